#+ message: A casualty proposition MUST have exactly one cg:figure
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  figure:new a cg:Figure ;
    cg:qualifier cg:NumberNotGiven ;
    cg:unit cg:People .
  proposition:wounded-at-mill cg:figure figure:new .
}
