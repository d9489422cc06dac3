#+ message: The value of cg:allegedFacility MUST be a kind of object (cg:ObjectKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:port-ember-harbour cg:allegedFacility encoder:second-reader .
}
