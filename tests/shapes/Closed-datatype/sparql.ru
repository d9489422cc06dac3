#+ message: A literal MUST have the datatype that is the rdfs:range of its property
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  article:t cg:textLength ?old .
}
INSERT {
  article:t cg:textLength "818" .
}
WHERE {
  article:t cg:textLength ?old .
}
