#+ message: A coverage excuse MUST have at least one cg:excusesPart
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE WHERE {
  cg:HeadlineFurniture cg:excusesPart ?value .
}
