#+ message: The last sentence of an article MUST end within the last four characters of the text
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  article:t cg:textLength ?old .
}
INSERT {
  article:t cg:textLength 5000 .
}
WHERE {
  article:t cg:textLength ?old .
}
