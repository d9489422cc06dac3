#+ message: A review MUST have exactly one cg:date
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE WHERE {
  activity:t-review cg:date ?value .
}
