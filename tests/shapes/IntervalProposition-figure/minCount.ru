#+ message: An interval proposition MUST have at least one cg:figure
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:mill-before-council cg:figure ?figure .
  ?figure ?property ?value .
}
