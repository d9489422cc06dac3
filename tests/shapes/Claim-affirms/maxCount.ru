#+ message: A claim MUST have at most one cg:affirms
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  claim:t-5-2 cg:affirms proposition:guards-watch .
}
