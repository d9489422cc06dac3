#+ message: A figure that is exact, about, estimated or of unclear reach MUST have a cg:value and neither cg:lower nor cg:upper
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE WHERE {
  figure:t-9-distance cg:value ?value .
}
