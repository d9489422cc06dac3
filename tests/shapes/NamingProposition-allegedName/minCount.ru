#+ message: A naming proposition MUST have at least one cg:allegedName
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:vell-name cg:allegedName ?value .
}
