#+ message: A review MUST have exactly one cg:reviews
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  activity:u-review a cg:Review ;
    rdfs:label "Second reading of another report"@en ;
    cg:carriedOutBy encoder:second-reader ;
    cg:date "2026-11-21"^^xsd:date ;
    cg:findings "Nothing."@en .
}
