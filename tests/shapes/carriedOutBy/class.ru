#+ message: The value of cg:carriedOutBy MUST be an encoder (cg:Encoder)
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  activity:t-encoding cg:carriedOutBy actor:vell .
}
