#+ message: A target proposition MUST have at least one cg:allegedTarget
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-meant-mill cg:allegedTarget ?value .
}
