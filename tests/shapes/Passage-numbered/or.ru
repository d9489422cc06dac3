#+ message: A passage that is no cg:Sentence MUST NOT have a cg:sentenceNumber, a cg:part or a cg:coverageExcuse
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX passage: <https://w3id.org/claimgraph/passage/>

INSERT DATA {
  passage:t-5-b cg:part cg:BodyPart .
}
