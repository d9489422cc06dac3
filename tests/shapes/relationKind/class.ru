#+ message: The value of cg:relationKind MUST be a kind of claim relation (cg:RelationKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX relation: <https://w3id.org/claimgraph/relation/>

DELETE {
  relation:t-6-1--t-5-1 cg:relationKind ?old .
}
INSERT {
  relation:t-6-1--t-5-1 cg:relationKind cg:asserts .
}
WHERE {
  relation:t-6-1--t-5-1 cg:relationKind ?old .
}
