#+ message: Inference MUST NOT give a name use this property
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX name: <https://w3id.org/claimgraph/name/>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  name:t-old-mill cg:trueNameOf place:mill-at-vell .
}
