#+ message: Inference MUST NOT give an event this class
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>

INSERT DATA {
  event:mill a cg:Shelling .
}
