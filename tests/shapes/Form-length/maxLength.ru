#+ message: A value of cg:form MUST have at most 60 characters
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX name: <https://w3id.org/claimgraph/name/>

DELETE {
  name:t-old-mill cg:form ?old .
}
INSERT {
  name:t-old-mill cg:form "invented words invented words invented words invented words invented words " .
}
WHERE {
  name:t-old-mill cg:form ?old .
}
