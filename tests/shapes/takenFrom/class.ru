#+ message: The value of cg:takenFrom MUST be a gazetteer
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>

DELETE {
  position:vell cg:takenFrom ?old .
}
INSERT {
  position:vell cg:takenFrom actor:tarn .
}
WHERE {
  position:vell cg:takenFrom ?old .
}
