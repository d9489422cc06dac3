#+ message: An encoding MUST have at least one cg:carriedOutBy
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE WHERE {
  activity:t-encoding cg:carriedOutBy ?value .
}
