#+ message: An article MUST have exactly one cg:textLength
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  article:t cg:textLength 819 .
}
