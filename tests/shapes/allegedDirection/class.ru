#+ message: The value of cg:allegedDirection MUST be a place (cg:Place)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:fire-from-tarn cg:allegedDirection encoder:second-reader .
}
