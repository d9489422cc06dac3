#+ message: The value of cg:permitsStance MUST be a stance (a property below cg:stance)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  cg:warns cg:permitsStance cg:presupposes .
}
