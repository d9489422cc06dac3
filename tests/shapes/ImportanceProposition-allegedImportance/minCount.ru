#+ message: An importance proposition MUST have at least one cg:allegedImportance
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:vell-matters cg:allegedImportance ?value .
}
