#+ message: The value of cg:latitude MUST be a decimal
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>

DELETE {
  position:vell cg:latitude ?old .
}
INSERT {
  position:vell cg:latitude 12 .
}
WHERE {
  position:vell cg:latitude ?old .
}
