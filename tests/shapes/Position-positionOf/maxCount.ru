#+ message: A position MUST have exactly one cg:positionOf
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX position: <https://w3id.org/claimgraph/position/>

INSERT DATA {
  position:vell cg:positionOf place:tarn .
}
