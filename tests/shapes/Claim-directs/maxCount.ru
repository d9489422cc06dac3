#+ message: A claim MUST have at most one cg:directs
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  claim:t-8-2 cg:directs proposition:guards-watch .
}
