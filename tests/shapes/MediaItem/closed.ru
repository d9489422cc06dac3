#+ message: A media item MUST carry only the properties that belong on a media item
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX media: <https://w3id.org/claimgraph/media/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  media:video-of-boats cg:allegedDepicted proposition:mill-night .
}
