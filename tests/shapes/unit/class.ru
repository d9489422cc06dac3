#+ message: The value of cg:unit MUST be a unit (cg:Unit)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-distance cg:unit ?old .
}
INSERT {
  figure:t-9-distance cg:unit cg:asserts .
}
WHERE {
  figure:t-9-distance cg:unit ?old .
}
