#+ message: An authenticity proposition MUST have exactly one cg:about
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:video-authentic cg:about ?value .
}
