#+ message: A claim MUST name its speaker in exactly one form
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE WHERE {
  claim:t-8-1 cg:claimant ?value .
}
