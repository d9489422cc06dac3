#+ message: The value of cg:allegedConditionKind MUST be a kind of condition (cg:ConditionKind)
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
