#+ message: The value of cg:dates MUST be an article (cg:Article)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX date: <https://w3id.org/claimgraph/date/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  date:t-picture cg:dates ?old .
}
INSERT {
  date:t-picture cg:dates encoder:second-reader .
}
WHERE {
  date:t-picture cg:dates ?old .
}
