#+ message: The value of cg:attributedIn MUST be a passage or sentence (cg:Passage)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

INSERT DATA {
  claim:t-8-1 cg:attributedIn encoder:second-reader .
}
