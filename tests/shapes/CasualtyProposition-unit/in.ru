#+ message: The figure of a casualty proposition MUST have the unit cg:People
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-5-wounded cg:unit ?old .
}
INSERT {
  figure:t-5-wounded cg:unit cg:BuildingCount .
}
WHERE {
  figure:t-5-wounded cg:unit ?old .
}
