#+ message: The sentences of an article MUST be numbered 1, 2, 3 and so on
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

DELETE {
  sentence:t-12 cg:sentenceNumber ?old .
}
INSERT {
  sentence:t-12 cg:sentenceNumber 13 .
}
WHERE {
  sentence:t-12 cg:sentenceNumber ?old .
}
