#+ message: A sentence MUST have exactly one cg:part
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  sentence:t-1 cg:part cg:BodyPart .
}
