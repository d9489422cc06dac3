#+ message: A proposition MUST NOT entail what it is incompatible with
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-shelled-mill cg:incompatibleWith proposition:mill-night .
}
