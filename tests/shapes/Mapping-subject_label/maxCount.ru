#+ message: A mapping MUST have at most one sssom:subject_label
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX sssom: <https://w3id.org/sssom/>

INSERT DATA {
  mapping:place-earth-Q2 sssom:subject_label "The Earth" .
}
