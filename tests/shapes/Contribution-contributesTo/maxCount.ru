#+ message: A contribution MUST have exactly one cg:contributesTo
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX selector: <https://w3id.org/claimgraph/selector/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  article:u a cg:Article ;
    rdfs:label "Another report"@en ;
    cg:articleKey "u" ;
    schema:inLanguage "en" ;
    cg:textLength 10 ;
    cg:textSha256 "1111111111111111111111111111111111111111111111111111111111111111" .
  activity:u-encoding a cg:Encoding ;
    rdfs:label "Encoding of another report"@en ;
    cg:encodes article:u ;
    cg:carriedOutBy encoder:first-reader ;
    cg:date "2026-11-20"^^xsd:date ;
    cg:guidelineVersion "0.1.0" .
  activity:u-review a cg:Review ;
    rdfs:label "Second reading of another report"@en ;
    cg:reviews activity:u-encoding ;
    cg:carriedOutBy encoder:second-reader ;
    cg:date "2026-11-21"^^xsd:date ;
    cg:findings "Nothing."@en .
  sentence:u-1 a cg:Sentence ;
    oa:hasSource article:u ;
    oa:hasSelector selector:u-1 ;
    cg:sentenceNumber 1 ;
    cg:part cg:BodyPart ;
    cg:sha256 "2222222222222222222222222222222222222222222222222222222222222222" .
  selector:u-1 a oa:TextPositionSelector ;
    oa:start 0 ;
    oa:end 10 .
  contribution:t-marsh cg:contributesTo article:u .
}
