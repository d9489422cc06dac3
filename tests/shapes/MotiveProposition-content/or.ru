#+ message: A motive proposition MUST have at least one of cg:allegedTarget or cg:allegedAim
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-motive cg:allegedAim ?value .
};
DELETE WHERE {
  proposition:tarn-motive cg:allegedTarget ?value .
}
