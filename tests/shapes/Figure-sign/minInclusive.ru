#+ message: A number of a figure MUST NOT be negative
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-distance cg:value ?old .
}
INSERT {
  figure:t-9-distance cg:value -30 .
}
WHERE {
  figure:t-9-distance cg:value ?old .
}
