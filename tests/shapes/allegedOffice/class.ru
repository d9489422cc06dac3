#+ message: The value of cg:allegedOffice MUST be an office (cg:Office)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:reed-mayor cg:allegedOffice encoder:second-reader .
}
