#+ message: The value of cg:longitude MUST lie from -180 to 180
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  position:vell cg:longitude ?old .
}
INSERT {
  position:vell cg:longitude "-180.5"^^xsd:decimal .
}
WHERE {
  position:vell cg:longitude ?old .
}
