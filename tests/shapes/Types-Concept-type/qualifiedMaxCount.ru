#+ message: Inference MUST NOT give a concept another class than that of its list
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  cg:Shelling a cg:Fact .
}
