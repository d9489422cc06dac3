#+ message: A condition proposition MUST have exactly one cg:allegedConditionKind
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-condition cg:allegedConditionKind cg:NecessaryCondition .
}
