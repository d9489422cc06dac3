#+ message: The value of cg:allegedPlace MUST be a place (cg:Place)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-night cg:allegedPlace encoder:second-reader .
}
