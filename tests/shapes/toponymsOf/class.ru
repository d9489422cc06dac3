#+ message: The value of cg:toponymsOf MUST be a place
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX toponyms: <https://w3id.org/claimgraph/toponyms/>

DELETE {
  toponyms:vell cg:toponymsOf ?old .
}
INSERT {
  toponyms:vell cg:toponymsOf actor:tarn .
}
WHERE {
  toponyms:vell cg:toponymsOf ?old .
}
