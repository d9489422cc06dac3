#+ message: The value of cg:topicPlace MUST be a place (cg:Place)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX event: <https://w3id.org/claimgraph/event/>

INSERT DATA {
  event:mill cg:topicPlace encoder:second-reader .
}
