#+ message: A sentence with a cg:coverageExcuse MUST stand in a part that it excuses
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

DELETE {
  sentence:t-4 cg:coverageExcuse ?old .
}
INSERT {
  sentence:t-4 cg:coverageExcuse cg:HeadlineFurniture .
}
WHERE {
  sentence:t-4 cg:coverageExcuse ?old .
}
