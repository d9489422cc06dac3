#+ message: A figure with cg:MoreThan MUST have a cg:value, a greater cg:lower and no cg:upper
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

INSERT DATA {
  figure:t-9-carts cg:upper 99 .
}
