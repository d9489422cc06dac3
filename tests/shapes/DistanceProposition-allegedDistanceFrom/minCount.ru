#+ message: A distance proposition MUST have exactly one cg:allegedDistanceFrom
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:port-ember-distance cg:allegedDistanceFrom ?value .
}
