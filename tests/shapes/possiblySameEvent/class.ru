#+ message: The value of cg:possiblySameEvent MUST be an event (cg:Event)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX event: <https://w3id.org/claimgraph/event/>

INSERT DATA {
  event:mill cg:possiblySameEvent encoder:second-reader .
}
