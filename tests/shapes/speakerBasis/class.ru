#+ message: The value of cg:speakerBasis MUST be a basis (cg:Basis)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

INSERT DATA {
  claim:t-8-1 cg:speakerBasis encoder:second-reader .
}
