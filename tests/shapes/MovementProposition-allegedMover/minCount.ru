#+ message: A movement proposition MUST have at least one cg:allegedMover
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:port-ember-emptied cg:allegedMover ?value .
}
