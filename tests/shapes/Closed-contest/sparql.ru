#+ message: A claim MUST NOT contest itself
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

INSERT DATA {
  claim:t-5-1 cg:contests claim:t-5-1 .
}
