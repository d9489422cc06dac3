#+ message: A contribution MUST have exactly one cg:contributionRole
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>

INSERT DATA {
  contribution:t-marsh cg:contributionRole cg:Photographer .
}
