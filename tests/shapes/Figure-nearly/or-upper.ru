#+ message: A figure with cg:Nearly MUST have a cg:value, a smaller cg:upper and no cg:lower
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE WHERE {
  figure:t-9-vell cg:upper ?value .
}
