#+ message: An authenticity proposition MUST be cg:about a media item (cg:MediaItem)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:video-authentic cg:about ?old .
}
INSERT {
  proposition:video-authentic cg:about place:vell .
}
WHERE {
  proposition:video-authentic cg:about ?old .
}
