#+ message: A claim MUST have a cg:attributedIn, unless the voice of the article speaks for itself
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE WHERE {
  claim:t-8-1 cg:attributedIn ?value .
}
