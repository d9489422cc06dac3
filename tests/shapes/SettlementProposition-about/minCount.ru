#+ message: A settlement proposition MUST have exactly one cg:about
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:vell-town cg:about ?value .
}
