#+ message: A claim MUST have exactly one cg:reportingMode
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

INSERT DATA {
  claim:t-8-1 cg:reportingMode cg:Quotation .
}
