#+ message: The value of cg:notBefore MUST be a date
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

DELETE WHERE {
  utterance:t-5 cg:notAfter ?value .
};
DELETE {
  utterance:t-5 cg:notBefore ?old .
}
INSERT {
  utterance:t-5 cg:notBefore "2 March" .
}
WHERE {
  utterance:t-5 cg:notBefore ?old .
}
