#+ message: A voice MUST NOT speak on behalf of anyone
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX voice: <https://w3id.org/claimgraph/voice/>

INSERT DATA {
  voice:t-body cg:onBehalfOfStated actor:orn-wire .
}
