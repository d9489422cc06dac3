#+ message: A mapping MUST have at most one sssom:predicate_modifier
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX sssom: <https://w3id.org/sssom/>

INSERT DATA {
  mapping:place-earth-Q2 sssom:predicate_modifier sssom:NegatedPredicate , sssom:Other .
}
