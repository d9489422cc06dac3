#+ message: The value of cg:presupposes MUST be a proposition (cg:Proposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

INSERT DATA {
  claim:t-5-1 cg:presupposes encoder:second-reader .
}
