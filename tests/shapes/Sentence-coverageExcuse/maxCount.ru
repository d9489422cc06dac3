#+ message: A sentence MUST have at most one cg:coverageExcuse
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  sentence:t-11 cg:coverageExcuse cg:MetadataOnly .
}
