#+ message: A sentence MUST have exactly one cg:sentenceNumber
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  sentence:t-12 cg:sentenceNumber 13 .
}
