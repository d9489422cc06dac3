#+ message: An interval proposition MUST have at least one cg:allegedEarlier
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:mill-before-council cg:allegedEarlier ?value .
}
