#+ message: A claim MUST have at most one cg:speakerBasis
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

INSERT DATA {
  claim:t-5-1 cg:speakerBasis cg:Inferred .
}
