#+ message: A casualty proposition MUST have exactly one cg:figure
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:wounded-at-mill cg:figure ?value .
};
INSERT DATA {
  proposition:mill-struck cg:figure figure:t-5-wounded .
}
