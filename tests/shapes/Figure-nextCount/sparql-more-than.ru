#+ message: A count with cg:MoreThan or cg:Nearly MUST be bounded by the next whole number
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-carts cg:lower ?old .
}
INSERT {
  figure:t-9-carts cg:lower 95 .
}
WHERE {
  figure:t-9-carts cg:lower ?old .
}
