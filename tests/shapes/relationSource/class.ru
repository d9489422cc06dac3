#+ message: The value of cg:relationSource MUST be a claim (cg:Claim)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX relation: <https://w3id.org/claimgraph/relation/>

DELETE {
  relation:t-6-1--t-5-1 cg:relationSource ?old .
}
INSERT {
  relation:t-6-1--t-5-1 cg:relationSource encoder:second-reader .
}
WHERE {
  relation:t-6-1--t-5-1 cg:relationSource ?old .
}
