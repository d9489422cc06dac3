#+ message: The value of cg:allegedStatusTowards MUST be a place or an actor (cg:Place or cg:Actor)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-harbour-status cg:allegedStatusTowards encoder:second-reader .
}
