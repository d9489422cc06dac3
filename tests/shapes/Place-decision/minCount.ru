#+ message: A place SHOULD have a decision in data/links.sssom.tsv
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  place:nowhere a cg:Place ;
    rdfs:label "Nowhere"@en .
}
