#+ message: A figure MUST have exactly one cg:qualifier
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

INSERT DATA {
  figure:t-9-distance cg:qualifier cg:About .
}
