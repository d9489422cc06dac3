#+ message: An actor MUST carry only the properties that belong on an actor
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  actor:vell cg:allegedController actor:tarn .
}
