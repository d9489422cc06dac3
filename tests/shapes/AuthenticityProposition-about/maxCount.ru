#+ message: An authenticity proposition MUST have exactly one cg:about
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX media: <https://w3id.org/claimgraph/media/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  media:other a cg:MediaItem ;
    rdfs:label "Another video"@en .
  proposition:video-authentic cg:about media:other .
}
