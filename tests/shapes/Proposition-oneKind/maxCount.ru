#+ message: A proposition MUST have exactly one kind
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-meant-mill a cg:MotiveProposition .
}
