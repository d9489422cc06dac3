#+ message: The object of a mapping MUST be a Wikidata item or sssom:NoTermFound
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX place: <https://w3id.org/claimgraph/place/>

DELETE {
  mapping:place-earth-Q2 owl:annotatedTarget ?old .
}
INSERT {
  mapping:place-earth-Q2 owl:annotatedTarget place:vell .
}
WHERE {
  mapping:place-earth-Q2 owl:annotatedTarget ?old .
}
