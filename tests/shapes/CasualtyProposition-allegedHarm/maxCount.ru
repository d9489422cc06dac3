#+ message: A casualty proposition MUST have exactly one cg:allegedHarm
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:wounded-at-mill cg:allegedHarm cg:Injured .
}
