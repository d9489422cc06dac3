#+ message: An actor MUST be of one of the kinds below cg:Actor
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  actor:someone a cg:Actor ;
    rdfs:label "Someone"@en .
}
