#+ message: A claim MUST have at most one cg:modality
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

INSERT DATA {
  claim:t-5-2 cg:modality cg:Possible .
}
