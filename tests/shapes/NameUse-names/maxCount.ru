#+ message: A name use MUST have exactly one cg:names
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX name: <https://w3id.org/claimgraph/name/>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  name:t-old-mill cg:names place:vell .
}
