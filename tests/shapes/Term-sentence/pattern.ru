#+ message: A skos:definition MUST be a full sentence
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE {
  cg:claimant skos:definition ?old .
}
INSERT {
  cg:claimant skos:definition "an actor who makes the claim"@en .
}
WHERE {
  cg:claimant skos:definition ?old .
}
