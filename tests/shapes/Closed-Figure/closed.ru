#+ message: Inference MUST NOT give a figure this property
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

INSERT DATA {
  figure:t-5-killed cg:dead actor:vell .
}
