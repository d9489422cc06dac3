#+ message: A target proposition SHOULD have a cg:allegedAgent
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-meant-mill cg:allegedAgent ?value .
}
