#+ message: The value of cg:attaches MUST be a media item (cg:MediaItem)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-8 cg:attaches encoder:second-reader .
}
