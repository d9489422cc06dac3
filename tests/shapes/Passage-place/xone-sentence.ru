#+ message: A passage MUST be a cg:Sentence or lie cg:within one
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  sentence:t-4 cg:within sentence:t-4 .
}
