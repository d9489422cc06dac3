#+ message: Inference MUST NOT give a media item this class
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX media: <https://w3id.org/claimgraph/media/>

INSERT DATA {
  media:video-of-boats a cg:Shelling .
}
