#+ message: A figure MUST belong to exactly one proposition
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

INSERT DATA {
  figure:new a cg:Figure ;
    cg:qualifier cg:NumberNotGiven ;
    cg:unit cg:People .
}
