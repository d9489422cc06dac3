#+ message: An intention proposition MUST have at least one of cg:allegedAim or cg:allegedAvoided
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-intends cg:allegedAim ?value .
};
DELETE WHERE {
  proposition:tarn-intends cg:allegedAvoided ?value .
}
