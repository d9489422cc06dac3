#+ message: The value of cg:longitude MUST be a decimal
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>

DELETE {
  position:vell cg:longitude ?old .
}
INSERT {
  position:vell cg:longitude 34 .
}
WHERE {
  position:vell cg:longitude ?old .
}
