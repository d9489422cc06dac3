#+ message: An article MUST have exactly one cg:textSha256
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE WHERE {
  article:t cg:textSha256 ?value .
}
