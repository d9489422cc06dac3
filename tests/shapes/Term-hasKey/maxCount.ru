#+ message: A class MUST NOT have an owl:hasKey
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
  cg:Place owl:hasKey ( cg:topicPlace ) .
}
