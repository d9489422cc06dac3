#+ message: The value of cg:part MUST be an article part (cg:ArticlePart)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

DELETE {
  sentence:t-1 cg:part ?old .
}
INSERT {
  sentence:t-1 cg:part cg:asserts .
}
WHERE {
  sentence:t-1 cg:part ?old .
}
