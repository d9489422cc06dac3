#+ message: A mapping MUST have exactly one sssom:mapping_justification
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX semapv: <https://w3id.org/semapv/vocab/>
PREFIX sssom: <https://w3id.org/sssom/>

INSERT DATA {
  mapping:place-earth-Q2 sssom:mapping_justification semapv:MappingReview .
}
