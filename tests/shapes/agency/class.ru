#+ message: The value of cg:agency MUST be an outlet (cg:Outlet)
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  article:t cg:agency ?old .
}
INSERT {
  article:t cg:agency encoder:second-reader .
}
WHERE {
  article:t cg:agency ?old .
}
