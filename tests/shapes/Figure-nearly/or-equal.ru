#+ message: A figure with cg:Nearly MUST have a cg:value, a smaller cg:upper and no cg:lower
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-vell cg:upper ?old .
}
INSERT {
  figure:t-9-vell cg:upper 200 .
}
WHERE {
  figure:t-9-vell cg:upper ?old .
}
