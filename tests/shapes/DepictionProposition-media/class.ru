#+ message: A depiction proposition MUST be cg:about a media item (cg:MediaItem)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:video-shows cg:about place:vell .
}
