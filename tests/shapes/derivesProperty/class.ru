#+ message: The value of cg:derivesProperty MUST be an object property of the ontology
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  cg:UpdatesRelation cg:derivesProperty ?old .
}
INSERT {
  cg:UpdatesRelation cg:derivesProperty cg:UpdatesRelation .
}
WHERE {
  cg:UpdatesRelation cg:derivesProperty ?old .
}
