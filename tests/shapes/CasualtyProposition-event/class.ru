#+ message: A casualty proposition MUST be cg:about an event (cg:Event)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:wounded-at-mill cg:about place:vell .
}
