#+ message: The value of cg:voicePart MUST be an article part (cg:ArticlePart)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX voice: <https://w3id.org/claimgraph/voice/>

DELETE {
  voice:t-body cg:voicePart ?old .
}
INSERT {
  voice:t-body cg:voicePart cg:asserts .
}
WHERE {
  voice:t-body cg:voicePart ?old .
}
