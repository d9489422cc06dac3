#+ message: The value of cg:allegedStatus MUST be a legal status (cg:LegalStatusKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-harbour-status cg:allegedStatus encoder:second-reader .
}
