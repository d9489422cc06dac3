#+ message: The value of cg:allegedLater MUST be an event (cg:Event)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-before-council cg:allegedLater encoder:second-reader .
}
