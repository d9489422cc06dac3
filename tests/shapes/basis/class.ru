#+ message: The value of cg:basis MUST be a basis (cg:Basis)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX relation: <https://w3id.org/claimgraph/relation/>

DELETE {
  relation:t-9-5--t-5-1 cg:basis ?old .
}
INSERT {
  relation:t-9-5--t-5-1 cg:basis cg:asserts .
}
WHERE {
  relation:t-9-5--t-5-1 cg:basis ?old .
}
