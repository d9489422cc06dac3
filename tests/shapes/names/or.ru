#+ message: The value of cg:names MUST be a place or an actor (cg:Place or cg:Actor)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX name: <https://w3id.org/claimgraph/name/>

DELETE {
  name:t-old-mill cg:names ?old .
}
INSERT {
  name:t-old-mill cg:names encoder:second-reader .
}
WHERE {
  name:t-old-mill cg:names ?old .
}
