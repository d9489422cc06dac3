#+ message: The value of cg:within MUST be a sentence (cg:Sentence)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX passage: <https://w3id.org/claimgraph/passage/>

DELETE {
  passage:t-5-c cg:within ?old .
}
INSERT {
  passage:t-5-c cg:within passage:t-5-b .
}
WHERE {
  passage:t-5-c cg:within ?old .
}
