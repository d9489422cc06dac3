#+ message: A name use MUST have at least one cg:reportedIn
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX name: <https://w3id.org/claimgraph/name/>

DELETE WHERE {
  name:t-old-mill cg:reportedIn ?value .
}
