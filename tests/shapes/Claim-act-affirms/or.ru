#+ message: A claim with cg:affirms MUST have a speech act that permits it
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE {
  claim:t-5-2 cg:speechAct ?old .
}
INSERT {
  claim:t-5-2 cg:speechAct cg:orders .
}
WHERE {
  claim:t-5-2 cg:speechAct ?old .
}
