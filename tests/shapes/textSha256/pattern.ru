#+ message: The value of cg:textSha256 MUST be 64 lower-case hexadecimal digits
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  article:t cg:textSha256 ?old .
}
INSERT {
  article:t cg:textSha256 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" .
}
WHERE {
  article:t cg:textSha256 ?old .
}
