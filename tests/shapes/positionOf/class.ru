#+ message: The value of cg:positionOf MUST be a place
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>

DELETE {
  position:vell cg:positionOf ?old .
}
INSERT {
  position:vell cg:positionOf actor:tarn .
}
WHERE {
  position:vell cg:positionOf ?old .
}
