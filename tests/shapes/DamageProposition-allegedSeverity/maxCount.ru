#+ message: A damage proposition MUST have at most one cg:allegedSeverity
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-damaged cg:allegedSeverity cg:Serious .
}
