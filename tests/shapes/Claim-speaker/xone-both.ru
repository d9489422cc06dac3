#+ message: A claim MUST name its speaker in exactly one form
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

INSERT DATA {
  claim:t-8-1 cg:possibleClaimant actor:vell , actor:tarn .
}
