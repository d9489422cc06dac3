#+ message: A causation proposition MUST have at least one cg:allegedCause
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:mill-caused cg:allegedCause ?value .
}
