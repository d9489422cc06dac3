#+ message: A voice MUST NOT be a party of a claim
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX voice: <https://w3id.org/claimgraph/voice/>

INSERT DATA {
  claim:t-8-3 cg:party voice:t-body .
}
