#+ message: A control proposition MUST have exactly one cg:allegedController
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:vell-controls cg:allegedController ?value .
}
