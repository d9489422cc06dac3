#+ message: A claim relation MUST have exactly one cg:relationKind
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX relation: <https://w3id.org/claimgraph/relation/>

INSERT DATA {
  relation:t-6-1--t-5-1 cg:relationKind cg:AnswersRelation .
}
