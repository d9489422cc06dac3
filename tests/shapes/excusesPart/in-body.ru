#+ message: The value of cg:excusesPart MUST be a part that is furniture
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  cg:MetadataOnly cg:excusesPart cg:BodyPart .
}
