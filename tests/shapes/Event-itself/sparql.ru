#+ message: An event MUST NOT be possibly the same as itself
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>

INSERT DATA {
  event:mill cg:possiblySameEvent event:mill .
}
