#+ message: A passage that is no cg:Sentence MUST NOT have a cg:sentenceNumber, a cg:part or a cg:coverageExcuse
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  <https://w3id.org/claimgraph/passage/t-4-a> cg:coverageExcuse cg:MetadataOnly .
}
