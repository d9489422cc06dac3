#+ message: The value of cg:allegedKind MUST be a kind of event (cg:EventKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-night cg:allegedKind encoder:second-reader .
}
