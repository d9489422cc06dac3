#+ message: An encoding MUST have exactly one cg:guidelineVersion
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE WHERE {
  activity:t-encoding cg:guidelineVersion ?value .
}
