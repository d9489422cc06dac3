#+ message: A distance proposition MUST have at least one cg:figure
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:port-ember-distance cg:figure ?value .
};
INSERT DATA {
  proposition:mill-struck cg:figure figure:t-9-distance .
}
