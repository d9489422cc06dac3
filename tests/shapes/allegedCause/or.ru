#+ message: The value of cg:allegedCause MUST be a proposition or an event (cg:Proposition or cg:Event)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-caused cg:allegedCause encoder:second-reader .
}
