#+ message: A claim MUST have at least one cg:reportedIn
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE WHERE {
  claim:t-8-1 cg:reportedIn ?value .
}
