#+ message: An evaluation proposition MUST have at least one cg:allegedEvaluated
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:charge-absurd cg:allegedEvaluated ?value .
}
