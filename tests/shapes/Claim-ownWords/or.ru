#+ message: A claim with cg:OwnWords MUST have a cg:Voice as claimant or possible claimant
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE {
  claim:t-8-1 cg:reportingMode ?old .
}
INSERT {
  claim:t-8-1 cg:reportingMode cg:OwnWords .
}
WHERE {
  claim:t-8-1 cg:reportingMode ?old .
}
