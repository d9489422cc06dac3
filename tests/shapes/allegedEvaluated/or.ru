#+ message: The value of cg:allegedEvaluated MUST be an event, an actor, a proposition or an utterance (cg:Event or cg:Actor or cg:Proposition or cg:Utterance)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:charge-absurd cg:allegedEvaluated encoder:second-reader .
}
