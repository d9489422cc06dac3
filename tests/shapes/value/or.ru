#+ message: The value of cg:value MUST be an integer or a decimal
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-distance cg:value ?old .
}
INSERT {
  figure:t-9-distance cg:value 3.0e1 .
}
WHERE {
  figure:t-9-distance cg:value ?old .
}
