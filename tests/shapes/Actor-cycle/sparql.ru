#+ message: An actor MUST NOT speak on behalf of itself, at whatever remove
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  actor:vell cg:onBehalfOfAsInstitution actor:vell .
}
