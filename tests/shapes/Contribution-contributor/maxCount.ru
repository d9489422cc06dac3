#+ message: A contribution MUST have exactly one cg:contributor
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>

INSERT DATA {
  contribution:t-marsh cg:contributor actor:jon-reed .
}
