#+ message: A claim with cg:possibleClaimant MUST have two or more of them
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE DATA {
  claim:t-9-1 cg:possibleClaimant actor:guards-of-vell .
}
