#+ message: Inference MUST NOT give an utterance this class
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-5 a cg:Shelling .
}
