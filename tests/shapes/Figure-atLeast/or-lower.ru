#+ message: A figure with cg:AtLeast MUST have a cg:value and the same number as cg:lower, and no cg:upper
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE WHERE {
  figure:t-5-killed cg:lower ?value .
}
