#+ message: The value of cg:date MUST be a date
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX date: <https://w3id.org/claimgraph/date/>

DELETE {
  date:t-picture cg:date ?old .
}
INSERT {
  date:t-picture cg:date "2 March 2021" .
}
WHERE {
  date:t-picture cg:date ?old .
}
