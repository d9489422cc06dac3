#+ message: A speech act MUST have at least one cg:permitsStance
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE WHERE {
  cg:warns cg:permitsStance ?value .
}
