#+ message: Inference MUST NOT give an actor this property
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  actor:tarn cg:attacked place:vell .
}
