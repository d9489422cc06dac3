#+ message: Inference MUST NOT give a place this class
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  place:vell a cg:Shelling .
}
