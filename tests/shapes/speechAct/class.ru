#+ message: The value of cg:speechAct MUST be a speech act (cg:SpeechAct)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE {
  claim:t-8-1 cg:speechAct ?old .
}
INSERT {
  claim:t-8-1 cg:speechAct cg:Quotation .
}
WHERE {
  claim:t-8-1 cg:speechAct ?old .
}
