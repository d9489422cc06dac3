#+ message: The value of cg:timeBasis MUST be a basis (cg:Basis)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-8 cg:timeBasis cg:asserts .
}
