#+ message: The value of cg:textLength MUST be an integer
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  article:t cg:textLength ?old .
}
INSERT {
  article:t cg:textLength "wrong" .
}
WHERE {
  article:t cg:textLength ?old .
}
