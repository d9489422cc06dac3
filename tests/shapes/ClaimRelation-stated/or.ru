#+ message: A claim relation with the basis cg:Stated MUST have a cg:reportedIn
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX relation: <https://w3id.org/claimgraph/relation/>

DELETE WHERE {
  relation:t-6-1--t-5-1 cg:reportedIn ?value .
}
