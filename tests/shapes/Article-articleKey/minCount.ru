#+ message: An article MUST have exactly one cg:articleKey
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE WHERE {
  article:t cg:articleKey ?value .
}
