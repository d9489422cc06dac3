#+ message: Toponyms MUST have exactly one cg:toponymsOf
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX toponyms: <https://w3id.org/claimgraph/toponyms/>

INSERT DATA {
  toponyms:vell cg:toponymsOf place:tarn .
}
