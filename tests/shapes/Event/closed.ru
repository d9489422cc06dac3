#+ message: An event MUST carry only the properties that belong on an event
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>

INSERT DATA {
  event:mill cg:allegedKind cg:Shelling .
}
