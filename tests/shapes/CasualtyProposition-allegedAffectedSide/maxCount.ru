#+ message: A casualty proposition MUST have exactly one cg:allegedAffectedSide
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:wounded-at-mill cg:allegedAffectedSide actor:tarn .
}
