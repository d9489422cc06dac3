#+ message: The value of cg:recordKey MUST be at most 20 letters
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>

DELETE {
  position:vell cg:recordKey ?old .
}
INSERT {
  position:vell cg:recordKey "first record of Vell" .
}
WHERE {
  position:vell cg:recordKey ?old .
}
