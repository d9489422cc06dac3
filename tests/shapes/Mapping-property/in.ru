#+ message: The predicate of a mapping MUST be one of skos:exactMatch, skos:closeMatch, skos:broadMatch, skos:narrowMatch and skos:relatedMatch
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

DELETE {
  mapping:place-earth-Q2 owl:annotatedProperty ?old .
}
INSERT {
  mapping:place-earth-Q2 owl:annotatedProperty owl:sameAs .
}
WHERE {
  mapping:place-earth-Q2 owl:annotatedProperty ?old .
}
