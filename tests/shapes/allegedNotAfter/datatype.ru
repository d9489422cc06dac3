#+ message: The value of cg:allegedNotAfter MUST be a date
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-struck cg:allegedNotAfter "2 March" .
}
