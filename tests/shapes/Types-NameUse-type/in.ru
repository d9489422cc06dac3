#+ message: Inference MUST NOT give a name use this class
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX name: <https://w3id.org/claimgraph/name/>

INSERT DATA {
  name:t-old-mill a cg:Shelling .
}
