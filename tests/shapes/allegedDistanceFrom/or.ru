#+ message: The value of cg:allegedDistanceFrom MUST be a place or an actor (cg:Place or cg:Actor)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:port-ember-distance cg:allegedDistanceFrom ?old .
}
INSERT {
  proposition:port-ember-distance cg:allegedDistanceFrom encoder:second-reader .
}
WHERE {
  proposition:port-ember-distance cg:allegedDistanceFrom ?old .
}
