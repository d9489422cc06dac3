#+ message: A claim with cg:directs MUST have a speech act that permits it
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE {
  claim:t-8-2 cg:speechAct ?old .
}
INSERT {
  claim:t-8-2 cg:speechAct cg:promises .
}
WHERE {
  claim:t-8-2 cg:speechAct ?old .
}
