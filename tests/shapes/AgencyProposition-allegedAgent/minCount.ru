#+ message: An agency proposition MUST have at least one cg:allegedAgent
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-shelled-mill cg:allegedAgent ?value .
}
