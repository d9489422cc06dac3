#+ message: A claimant MUST NOT be the principal of the same claim
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

INSERT DATA {
  claim:t-8-1 cg:onBehalfOfStated actor:jon-reed .
}
