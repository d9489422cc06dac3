#+ message: The value of cg:about MUST be an event, a place, an actor, a media item or an utterance
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-struck cg:about encoder:second-reader .
}
