#+ message: A sentence of the body or of a caption MUST NOT have a cg:coverageExcuse
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  sentence:t-5 cg:coverageExcuse cg:MetadataOnly .
}
