#+ message: An event MUST have no class but cg:Event
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>

INSERT DATA {
  event:mill a cg:Shelling .
}
