#+ message: A name use MUST have exactly one cg:form
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX name: <https://w3id.org/claimgraph/name/>

DELETE WHERE {
  name:t-old-mill cg:form ?value .
}
