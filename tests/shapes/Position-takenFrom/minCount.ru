#+ message: A position MUST have exactly one cg:takenFrom
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>

DELETE WHERE {
  position:vell cg:takenFrom ?value .
}
