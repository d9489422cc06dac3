#+ message: A distance proposition MUST have exactly one cg:allegedDistanceTo
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:port-ember-distance cg:allegedDistanceTo place:tarn .
}
