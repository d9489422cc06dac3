#+ message: An intention proposition MUST have at least one cg:allegedIntender
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-intends cg:allegedIntender ?value .
}
