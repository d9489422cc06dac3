#+ message: A claim MUST have at most one cg:withholds
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  claim:t-9-2 cg:withholds proposition:guards-watch .
}
