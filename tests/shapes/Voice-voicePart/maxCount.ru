#+ message: A voice MUST have exactly one cg:voicePart
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX voice: <https://w3id.org/claimgraph/voice/>

INSERT DATA {
  voice:t-body cg:voicePart cg:HeadlinePart .
}
