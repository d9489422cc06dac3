#+ message: A concept MUST have exactly one type that is a subclass of skos:Concept
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE DATA {
  cg:Mile a cg:Unit .
};
DELETE {
  figure:t-9-distance cg:unit ?old .
}
INSERT {
  figure:t-9-distance cg:unit cg:Kilometre .
}
WHERE {
  figure:t-9-distance cg:unit ?old .
}
