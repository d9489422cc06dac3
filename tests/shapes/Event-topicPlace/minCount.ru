#+ message: An event MUST have at least one cg:topicPlace
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>

DELETE WHERE {
  event:mill cg:topicPlace ?value .
}
