#+ message: A figure MUST have at most one cg:value
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

INSERT DATA {
  figure:t-9-distance cg:value 40 .
}
