#+ message: Inference MUST NOT give a place this property
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  place:vell cg:attackedBy actor:tarn .
}
