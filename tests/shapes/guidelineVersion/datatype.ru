#+ message: The value of cg:guidelineVersion MUST be a plain string
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  activity:t-encoding cg:guidelineVersion ?old .
}
INSERT {
  activity:t-encoding cg:guidelineVersion "wrong"@en .
}
WHERE {
  activity:t-encoding cg:guidelineVersion ?old .
}
