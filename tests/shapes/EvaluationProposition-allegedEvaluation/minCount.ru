#+ message: An evaluation proposition MUST have exactly one cg:allegedEvaluation
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:charge-absurd cg:allegedEvaluation ?value .
}
