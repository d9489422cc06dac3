#+ message: The value of cg:form MUST be a plain string
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX name: <https://w3id.org/claimgraph/name/>

DELETE {
  name:t-old-mill cg:form ?old .
}
INSERT {
  name:t-old-mill cg:form "old mill"@en .
}
WHERE {
  name:t-old-mill cg:form ?old .
}
