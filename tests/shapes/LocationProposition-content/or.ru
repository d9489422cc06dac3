#+ message: A location proposition MUST have at least one of cg:allegedContainer, cg:allegedOutside, cg:allegedNear
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:port-ember-in-valley cg:allegedContainer ?value .
}
