#+ message: A count with cg:MoreThan or cg:Nearly MUST be bounded by the next whole number
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-vell cg:upper ?old .
}
INSERT {
  figure:t-9-vell cg:upper 190 .
}
WHERE {
  figure:t-9-vell cg:upper ?old .
}
