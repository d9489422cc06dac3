#+ message: A figure MUST have exactly one cg:unit
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE WHERE {
  figure:t-9-distance cg:unit ?value .
}
