#+ message: A sentence with a cg:coverageExcuse MUST stand in a part that it excuses
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

DELETE {
  sentence:t-3 cg:coverageExcuse ?old .
}
INSERT {
  sentence:t-3 cg:coverageExcuse cg:NoWords .
}
WHERE {
  sentence:t-3 cg:coverageExcuse ?old .
}
