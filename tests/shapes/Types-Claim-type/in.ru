#+ message: Inference MUST NOT give a claim this class
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

INSERT DATA {
  claim:t-5-1 a cg:Shelling .
}
