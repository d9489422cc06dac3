#+ message: A concept MUST have exactly one type that is a subclass of skos:Concept
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  cg:Shelling a cg:Harm .
}
