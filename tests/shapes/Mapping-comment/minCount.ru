#+ message: A mapping MUST have exactly one rdfs:comment
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE WHERE {
  mapping:place-earth-Q2 rdfs:comment ?value .
}
