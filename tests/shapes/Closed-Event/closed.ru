#+ message: Inference MUST NOT give an event this property
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>

INSERT DATA {
  event:mill cg:attackedBy actor:tarn .
}
