#+ message: A date statement MUST have exactly one cg:dateKind
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX date: <https://w3id.org/claimgraph/date/>

INSERT DATA {
  date:t-picture cg:dateKind cg:DeliveryDate .
}
