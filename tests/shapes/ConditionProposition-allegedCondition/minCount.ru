#+ message: A condition proposition MUST have at least one cg:allegedCondition
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-condition cg:allegedCondition ?value .
}
