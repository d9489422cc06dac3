#+ message: The value of cg:allegedCountedFrom MUST be a date
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:killed-at-mill cg:allegedCountedFrom "March" .
}
