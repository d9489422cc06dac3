#+ message: A mapping MUST have exactly one owl:annotatedProperty
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

DELETE WHERE {
  mapping:place-earth-Q2 owl:annotatedProperty ?value .
}
