#+ message: A control proposition MUST have at least one cg:allegedControlled
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:vell-controls cg:allegedControlled ?value .
}
