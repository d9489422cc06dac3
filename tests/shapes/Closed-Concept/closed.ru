#+ message: Inference MUST NOT give a concept this property
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  cg:Shelling cg:happenedAt place:vell .
}
