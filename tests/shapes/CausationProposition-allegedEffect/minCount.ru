#+ message: A causation proposition MUST have at least one cg:allegedEffect
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:mill-caused cg:allegedEffect ?value .
}
