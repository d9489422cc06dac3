#+ message: The value of cg:reportingMode MUST be a reporting mode (cg:ReportingMode)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE {
  claim:t-8-1 cg:reportingMode ?old .
}
INSERT {
  claim:t-8-1 cg:reportingMode cg:asserts .
}
WHERE {
  claim:t-8-1 cg:reportingMode ?old .
}
