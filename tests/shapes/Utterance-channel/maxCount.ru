#+ message: An utterance MUST have at most one cg:channel
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-7 cg:channel cg:Facebook .
}
