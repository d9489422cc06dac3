#+ message: A date statement MUST have exactly one cg:date
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX date: <https://w3id.org/claimgraph/date/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  date:t-picture cg:date "2026-11-19"^^xsd:date .
}
