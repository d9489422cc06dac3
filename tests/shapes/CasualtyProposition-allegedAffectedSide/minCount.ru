#+ message: A casualty proposition MUST have exactly one cg:allegedAffectedSide
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:wounded-at-mill cg:allegedAffectedSide ?value .
}
