#+ message: The subject of a mapping MUST be of this graph
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX pav: <http://purl.org/pav/>
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX semapv: <https://w3id.org/semapv/vocab/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sssom: <https://w3id.org/sssom/>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  mapping:place-earth-Q2 owl:annotatedSource ?old .
}
INSERT {
  mapping:place-earth-Q2 owl:annotatedSource wd:Q1 .
}
WHERE {
  mapping:place-earth-Q2 owl:annotatedSource ?old .
};
INSERT DATA {
  mapping:earth-again a sssom:Mapping ;
    owl:annotatedSource place:earth ;
    owl:annotatedProperty skos:exactMatch ;
    owl:annotatedTarget sssom:NoTermFound ;
    sssom:mapping_justification semapv:ManualMappingCuration ;
    sssom:author_label "The first reader" ;
    pav:authoredOn "2026-11-20"^^xsd:date ;
    rdfs:comment "Again." .
}
