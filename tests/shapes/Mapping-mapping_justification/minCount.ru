#+ message: A mapping MUST have exactly one sssom:mapping_justification
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX sssom: <https://w3id.org/sssom/>

DELETE WHERE {
  mapping:place-earth-Q2 sssom:mapping_justification ?value .
}
