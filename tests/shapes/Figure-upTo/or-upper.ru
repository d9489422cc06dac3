#+ message: A figure with cg:UpTo MUST have a cg:value and the same number as cg:upper, and no cg:lower
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE WHERE {
  figure:t-9-boats cg:upper ?value .
}
