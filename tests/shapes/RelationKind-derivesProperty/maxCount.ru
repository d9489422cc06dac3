#+ message: A kind of claim relation MUST have exactly one cg:derivesProperty
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  cg:UpdatesRelation cg:derivesProperty cg:repeatsClaim .
}
