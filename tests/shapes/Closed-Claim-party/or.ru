#+ message: A claim by someone other than a voice MUST have at least one party
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE WHERE {
  claim:t-5-1 cg:party ?value .
}
