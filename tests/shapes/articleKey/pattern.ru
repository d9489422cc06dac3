#+ message: The value of cg:articleKey MUST be lower-case letters, digits and hyphens, beginning with a letter
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  article:t cg:articleKey ?old .
}
INSERT {
  article:t cg:articleKey "T 1" .
}
WHERE {
  article:t cg:articleKey ?old .
}
