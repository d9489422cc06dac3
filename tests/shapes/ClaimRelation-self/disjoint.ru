#+ message: A claim relation MUST join two different claims
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX relation: <https://w3id.org/claimgraph/relation/>

DELETE {
  relation:t-6-1--t-5-1 cg:relationTarget ?old .
}
INSERT {
  relation:t-6-1--t-5-1 cg:relationTarget claim:t-6-1 .
}
WHERE {
  relation:t-6-1--t-5-1 cg:relationTarget ?old .
}
