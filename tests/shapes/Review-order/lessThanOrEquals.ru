#+ message: A review MUST NOT be dated before the encoding that it reviews
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  activity:t-review cg:date ?old .
}
INSERT {
  activity:t-review cg:date "2026-11-19"^^xsd:date .
}
WHERE {
  activity:t-review cg:date ?old .
}
