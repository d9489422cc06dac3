#+ message: An utterance MUST have at most one cg:notBefore
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  utterance:t-5 cg:notBefore "2021-03-01"^^xsd:date .
}
