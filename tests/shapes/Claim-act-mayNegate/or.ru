#+ message: A claim with cg:mayNegate MUST have a speech act that permits it
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE {
  claim:t-6-1 cg:speechAct ?old .
}
INSERT {
  claim:t-6-1 cg:speechAct cg:orders .
}
WHERE {
  claim:t-6-1 cg:speechAct ?old .
}
