#+ message: A date statement MUST have exactly one cg:date
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX date: <https://w3id.org/claimgraph/date/>

DELETE WHERE {
  date:t-picture cg:date ?value .
}
