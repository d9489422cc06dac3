#+ message: A claim of a cg:Voice MUST NOT be made on behalf of anyone
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

INSERT DATA {
  claim:t-8-3 cg:onBehalfOfStated actor:orn-wire .
}
