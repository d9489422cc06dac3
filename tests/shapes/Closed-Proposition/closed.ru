#+ message: Inference MUST NOT give a proposition this property
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-shelled-mill cg:carriedOutBy actor:tarn .
}
