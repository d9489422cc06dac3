#+ message: A right proposition MUST have at least one cg:allegedRightHolder
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-right cg:allegedRightHolder ?value .
}
