#+ message: The value of cg:qualifier MUST be a qualifier (cg:Qualifier)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-distance cg:qualifier ?old .
}
INSERT {
  figure:t-9-distance cg:qualifier cg:asserts .
}
WHERE {
  figure:t-9-distance cg:qualifier ?old .
}
