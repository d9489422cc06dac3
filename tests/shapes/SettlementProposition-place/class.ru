#+ message: A settlement proposition MUST be cg:about a place (cg:Place)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:vell-town cg:about ?old .
}
INSERT {
  proposition:vell-town cg:about event:mill .
}
WHERE {
  proposition:vell-town cg:about ?old .
}
