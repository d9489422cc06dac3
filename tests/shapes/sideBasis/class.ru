#+ message: The value of cg:sideBasis MUST be a basis (cg:Basis)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:killed-at-mill cg:sideBasis encoder:second-reader .
}
