#+ message: Inference MUST NOT give a figure this class
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

INSERT DATA {
  figure:t-5-killed a cg:Shelling .
}
