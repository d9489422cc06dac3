#+ message: The value of cg:notAfter MUST be a date
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

DELETE WHERE {
  utterance:t-5 cg:notBefore ?value .
};
DELETE {
  utterance:t-5 cg:notAfter ?old .
}
INSERT {
  utterance:t-5 cg:notAfter "2 March" .
}
WHERE {
  utterance:t-5 cg:notAfter ?old .
}
