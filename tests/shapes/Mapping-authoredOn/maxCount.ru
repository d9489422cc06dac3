#+ message: A mapping MUST have exactly one pav:authoredOn
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX pav: <http://purl.org/pav/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  mapping:place-earth-Q2 pav:authoredOn "2026-11-21"^^xsd:date .
}
