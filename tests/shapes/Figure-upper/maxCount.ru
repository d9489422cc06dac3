#+ message: A figure MUST have at most one cg:upper
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-distance cg:qualifier ?old .
}
INSERT {
  figure:t-9-distance cg:qualifier cg:Nearly .
}
WHERE {
  figure:t-9-distance cg:qualifier ?old .
};
INSERT DATA {
  figure:t-9-distance cg:upper 29 , 28 .
}
