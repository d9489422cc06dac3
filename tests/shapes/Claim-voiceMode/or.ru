#+ message: A claim of nobody but a cg:Voice MUST have the reporting mode cg:OwnWords
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE {
  claim:t-8-3 cg:reportingMode ?old .
}
INSERT {
  claim:t-8-3 cg:reportingMode cg:Paraphrase .
}
WHERE {
  claim:t-8-3 cg:reportingMode ?old .
}
