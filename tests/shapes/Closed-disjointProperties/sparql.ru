#+ message: Two properties of one owl:AllDisjointProperties MUST NOT join the same two things
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
  [] a owl:AllDisjointProperties ;
    owl:members ( cg:claimant cg:party cg:partOf ) .
}
