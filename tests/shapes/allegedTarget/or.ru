#+ message: The value of cg:allegedTarget MUST be a place, an actor or a kind of object (cg:Place or cg:Actor or cg:ObjectKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-meant-mill cg:allegedTarget encoder:second-reader .
}
