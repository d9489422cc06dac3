#+ message: The value of sssom:confidence MUST lie from 0 to 1
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX sssom: <https://w3id.org/sssom/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  mapping:place-earth-Q2 sssom:confidence ?old .
}
INSERT {
  mapping:place-earth-Q2 sssom:confidence "-0.5"^^xsd:decimal .
}
WHERE {
  mapping:place-earth-Q2 sssom:confidence ?old .
}
