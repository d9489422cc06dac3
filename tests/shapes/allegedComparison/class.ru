#+ message: The value of cg:allegedComparison MUST be an event (cg:Event)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-matters cg:allegedComparison encoder:second-reader .
}
