#+ message: The value of cg:allegedSent MUST be an actor or a kind of object (cg:Actor or cg:ObjectKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-involved cg:allegedSent encoder:second-reader .
}
