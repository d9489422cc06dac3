#+ message: The value of cg:lower MUST be an integer or a decimal
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-distance cg:qualifier ?old .
}
INSERT {
  figure:t-9-distance cg:qualifier cg:MoreThan .
}
WHERE {
  figure:t-9-distance cg:qualifier ?old .
};
INSERT DATA {
  figure:t-9-distance cg:lower 3.1e1 .
}
