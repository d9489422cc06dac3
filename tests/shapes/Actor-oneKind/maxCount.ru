#+ message: An actor MUST have exactly one kind
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  actor:vell a cg:UnnamedGroup .
}
