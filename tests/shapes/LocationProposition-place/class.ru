#+ message: A location proposition MUST be cg:about a place (cg:Place)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:port-ember-in-valley cg:about event:mill .
}
