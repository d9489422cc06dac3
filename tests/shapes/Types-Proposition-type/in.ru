#+ message: Inference MUST NOT give a proposition this class
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-shelled-mill a cg:Shelling .
}
