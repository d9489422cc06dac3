#+ message: The value of cg:dateline MUST be a place (cg:Place)
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  article:t cg:dateline ?old .
}
INSERT {
  article:t cg:dateline encoder:second-reader .
}
WHERE {
  article:t cg:dateline ?old .
}
