#+ message: The value of cg:coverageExcuse MUST be a coverage excuse (cg:CoverageExcuse)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

DELETE {
  sentence:t-11 cg:coverageExcuse ?old .
}
INSERT {
  sentence:t-11 cg:coverageExcuse cg:asserts .
}
WHERE {
  sentence:t-11 cg:coverageExcuse ?old .
}
