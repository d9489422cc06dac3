#+ message: A claim MUST have exactly one cg:speechAct
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE WHERE {
  claim:t-8-1 cg:speechAct ?value .
}
