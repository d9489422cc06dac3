#+ message: A passage MUST have exactly one cg:sha256
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX passage: <https://w3id.org/claimgraph/passage/>

DELETE WHERE {
  passage:t-5-b cg:sha256 ?value .
}
