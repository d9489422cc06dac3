#+ message: The value of cg:allegedDamagedObject MUST be a kind of object or a place (cg:ObjectKind or cg:Place)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-damaged cg:allegedDamagedObject encoder:second-reader .
}
