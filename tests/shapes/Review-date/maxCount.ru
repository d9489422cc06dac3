#+ message: A review MUST have exactly one cg:date
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  activity:t-review cg:date "2026-11-22"^^xsd:date .
}
