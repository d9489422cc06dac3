#+ message: Inference MUST NOT give an actor this class
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  actor:tarn a cg:Shelling .
}
