#+ message: A property whose name begins with alleged MUST be an rdfs:subPropertyOf cg:alleged or cg:valueAlleged, and only such a property
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  cg:weather a owl:ObjectProperty ;
    rdfs:label "new"@en ;
    skos:definition "Something new."@en ;
    rdfs:subPropertyOf cg:alleged .
}
