#+ message: A control proposition MUST have exactly one cg:allegedController
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-controls cg:allegedController actor:tarn .
}
