#+ message: The value of cg:allegedStruckObject MUST be a kind of object or a place (cg:ObjectKind or cg:Place)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:mill-struck cg:allegedStruckObject ?old .
}
INSERT {
  proposition:mill-struck cg:allegedStruckObject encoder:second-reader .
}
WHERE {
  proposition:mill-struck cg:allegedStruckObject ?old .
}
