#+ message: The value of cg:longitude MUST lie from -180 to 180
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>

DELETE {
  position:vell cg:longitude ?old .
}
INSERT {
  position:vell cg:longitude 180.5 .
}
WHERE {
  position:vell cg:longitude ?old .
}
