#+ message: The value of cg:allegedControlled MUST be a place, an event or a kind of event (cg:Place or cg:Event or cg:EventKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-controls cg:allegedControlled encoder:second-reader .
}
