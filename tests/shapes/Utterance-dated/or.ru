#+ message: An utterance with cg:notBefore or cg:notAfter MUST have a cg:timeBasis
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

DELETE WHERE {
  utterance:t-5 cg:timeBasis ?value .
}
