#+ message: The value of cg:usedBy MUST be an actor (cg:Actor)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX name: <https://w3id.org/claimgraph/name/>

INSERT DATA {
  name:t-old-mill cg:usedBy encoder:second-reader .
}
