#+ message: A contribution MUST have at most one cg:contributedFrom
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  contribution:t-marsh cg:contributedFrom place:vell .
}
