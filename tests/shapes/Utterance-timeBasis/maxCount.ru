#+ message: An utterance MUST have at most one cg:timeBasis
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-5 cg:timeBasis cg:Stated .
}
