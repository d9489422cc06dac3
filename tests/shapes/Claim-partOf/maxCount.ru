#+ message: A claim MUST have at most one cg:partOf
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  claim:t-8-1 cg:partOf utterance:t-9 .
}
