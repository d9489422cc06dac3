#+ message: An involvement proposition MUST have at least one cg:allegedInvolvement
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:vell-involved cg:allegedInvolvement ?value .
}
