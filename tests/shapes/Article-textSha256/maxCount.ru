#+ message: An article MUST have exactly one cg:textSha256
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  article:t cg:textSha256 "0000000000000000000000000000000000000000000000000000000000000000" .
}
