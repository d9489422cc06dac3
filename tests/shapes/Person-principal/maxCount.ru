#+ message: A person MUST NOT have a standing principal
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  actor:jon-reed cg:onBehalfOfAsInstitution actor:vell .
}
