#+ message: A proposition MUST NOT entail its own alternative
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-shelled-mill cg:alternativeTo proposition:mill-night .
}
