#+ message: A claim MUST have at most one cg:negates
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  claim:t-6-2 cg:negates proposition:guards-watch .
}
