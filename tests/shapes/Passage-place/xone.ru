#+ message: A passage MUST be a cg:Sentence or lie cg:within one
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX passage: <https://w3id.org/claimgraph/passage/>

DELETE WHERE {
  passage:t-5-b cg:within ?value .
}
