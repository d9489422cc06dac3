#+ message: A concept scheme MUST have at least one concept
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  cg:newScheme a skos:ConceptScheme , owl:NamedIndividual ;
    rdfs:label "new scheme"@en ;
    skos:definition "The closed list of nothing."@en .
}
