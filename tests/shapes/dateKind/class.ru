#+ message: The value of cg:dateKind MUST be a kind of date (cg:DateKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX date: <https://w3id.org/claimgraph/date/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  date:t-picture cg:dateKind ?old .
}
INSERT {
  date:t-picture cg:dateKind encoder:second-reader .
}
WHERE {
  date:t-picture cg:dateKind ?old .
}
