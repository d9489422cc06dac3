#+ message: The value of cg:timeExpression MUST be a plain string
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

DELETE {
  utterance:t-5 cg:timeExpression ?old .
}
INSERT {
  utterance:t-5 cg:timeExpression "on Tuesday"@en .
}
WHERE {
  utterance:t-5 cg:timeExpression ?old .
}
