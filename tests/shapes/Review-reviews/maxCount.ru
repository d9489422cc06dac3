#+ message: A review MUST have exactly one cg:reviews
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  activity:u-encoding a cg:Encoding ;
    rdfs:label "Encoding of another report"@en ;
    cg:encodes article:t ;
    cg:carriedOutBy encoder:first-reader ;
    cg:date "2026-11-20"^^xsd:date ;
    cg:guidelineVersion "0.1.0" .
  activity:t-review cg:reviews activity:u-encoding .
}
