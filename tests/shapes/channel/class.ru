#+ message: The value of cg:channel MUST be a channel (cg:Channel)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-8 cg:channel cg:asserts .
}
