#+ message: An involvement proposition MUST have at least one cg:allegedParticipant
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:vell-involved cg:allegedParticipant ?value .
}
