#+ message: A position MUST have exactly one cg:longitude
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>

INSERT DATA {
  position:vell cg:longitude 34.5 .
}
