#+ message: An rdfs:domain MUST be a class of the ontology, never a concept such as a kind of event
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  cg:topicPlace rdfs:domain cg:Shelling .
}
