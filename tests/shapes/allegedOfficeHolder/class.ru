#+ message: The value of cg:allegedOfficeHolder MUST be an actor (cg:Actor)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:reed-mayor cg:allegedOfficeHolder encoder:second-reader .
}
