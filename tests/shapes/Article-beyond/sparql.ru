#+ message: A sentence MUST end within the text of its article
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  article:t cg:textLength ?old .
}
INSERT {
  article:t cg:textLength 600 .
}
WHERE {
  article:t cg:textLength ?old .
}
