#+ message: A value of cg:timeExpression, cg:allegedTimeExpression MUST have at most 40 characters
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

DELETE {
  utterance:t-5 cg:timeExpression ?old .
}
INSERT {
  utterance:t-5 cg:timeExpression "invented words invented words invented words " .
}
WHERE {
  utterance:t-5 cg:timeExpression ?old .
}
