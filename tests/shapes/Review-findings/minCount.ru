#+ message: A review MUST have at least one cg:findings
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE WHERE {
  activity:t-review cg:findings ?value .
}
