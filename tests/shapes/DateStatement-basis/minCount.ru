#+ message: A date statement MUST have exactly one cg:basis
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX date: <https://w3id.org/claimgraph/date/>

DELETE WHERE {
  date:t-picture cg:basis ?value .
}
