#+ message: The value of cg:allegedConditionKind MUST be a concept of the ontology (skos:Concept)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:tarn-condition cg:allegedConditionKind ?old .
}
INSERT {
  proposition:tarn-condition cg:allegedConditionKind encoder:second-reader .
}
WHERE {
  proposition:tarn-condition cg:allegedConditionKind ?old .
}
