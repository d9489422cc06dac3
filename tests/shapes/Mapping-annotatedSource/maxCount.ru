#+ message: A mapping MUST have exactly one owl:annotatedSource
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  mapping:place-earth-Q2 owl:annotatedSource place:vell .
}
