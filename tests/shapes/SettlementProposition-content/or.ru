#+ message: A settlement proposition MUST have at least one of cg:allegedSettlementKind, cg:allegedRank or cg:figure
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:vell-town cg:allegedSettlementKind ?value .
};
DELETE WHERE {
  proposition:vell-town cg:allegedRank ?value .
};
DELETE WHERE {
  proposition:vell-town cg:figure ?value .
};
INSERT DATA {
  proposition:mill-struck cg:figure figure:t-9-vell .
}
