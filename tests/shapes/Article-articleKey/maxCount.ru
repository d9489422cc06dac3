#+ message: An article MUST have exactly one cg:articleKey
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  article:t cg:articleKey "u" .
}
