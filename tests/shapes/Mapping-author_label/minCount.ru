#+ message: A mapping MUST have at least one sssom:author_label
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX sssom: <https://w3id.org/sssom/>

DELETE WHERE {
  mapping:place-earth-Q2 sssom:author_label ?value .
}
