#+ message: The value of cg:allegedDepicted MUST be a proposition or a kind of object (cg:Proposition or cg:ObjectKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:video-shows cg:allegedDepicted encoder:second-reader .
}
