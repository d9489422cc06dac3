#+ message: An evaluation proposition MUST have exactly one cg:allegedEvaluation
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:charge-absurd cg:allegedEvaluation cg:Wrong .
}
