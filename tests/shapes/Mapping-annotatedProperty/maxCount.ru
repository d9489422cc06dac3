#+ message: A mapping MUST have exactly one owl:annotatedProperty
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  mapping:place-earth-Q2 owl:annotatedProperty skos:closeMatch .
}
