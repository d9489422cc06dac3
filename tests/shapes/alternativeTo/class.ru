#+ message: The value of cg:alternativeTo MUST be a proposition (cg:Proposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-struck cg:alternativeTo encoder:second-reader .
}
