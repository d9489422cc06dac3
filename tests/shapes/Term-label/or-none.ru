#+ message: A term of the ontology MUST have exactly one English rdfs:label
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE WHERE {
  cg:claimant rdfs:label ?value .
}
