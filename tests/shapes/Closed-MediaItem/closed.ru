#+ message: Inference MUST NOT give a media item this property
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>
PREFIX media: <https://w3id.org/claimgraph/media/>

INSERT DATA {
  media:video-of-boats cg:showsFact event:mill .
}
