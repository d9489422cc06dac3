#+ message: A contribution MUST have at least one cg:reportedIn
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>

DELETE WHERE {
  contribution:t-marsh cg:reportedIn ?value .
}
