#+ message: The value of cg:latitude MUST lie from -90 to 90
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  position:vell cg:latitude ?old .
}
INSERT {
  position:vell cg:latitude "-90.5"^^xsd:decimal .
}
WHERE {
  position:vell cg:latitude ?old .
}
