#+ message: The value of cg:allegedEvaluation MUST be a kind of judgement (cg:EvaluationKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:charge-absurd cg:allegedEvaluation ?old .
}
INSERT {
  proposition:charge-absurd cg:allegedEvaluation encoder:second-reader .
}
WHERE {
  proposition:charge-absurd cg:allegedEvaluation ?old .
}
