#+ message: The value of cg:allegedImportance MUST be a kind of importance (cg:ImportanceKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-matters cg:allegedImportance encoder:second-reader .
}
