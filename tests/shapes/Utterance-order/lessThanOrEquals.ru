#+ message: The value of cg:notBefore MUST NOT be later than that of cg:notAfter
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  utterance:t-5 cg:notAfter ?old .
}
INSERT {
  utterance:t-5 cg:notAfter "2021-03-01"^^xsd:date .
}
WHERE {
  utterance:t-5 cg:notAfter ?old .
}
