#+ message: An article MUST have an encoding
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX selector: <https://w3id.org/claimgraph/selector/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  article:u a cg:Article ;
    rdfs:label "Another report"@en ;
    cg:articleKey "u" ;
    schema:inLanguage "en" ;
    cg:textLength 10 ;
    cg:textSha256 "1111111111111111111111111111111111111111111111111111111111111111" .
  sentence:u-1 a cg:Sentence ;
    oa:hasSource article:u ;
    oa:hasSelector selector:u-1 ;
    cg:sentenceNumber 1 ;
    cg:part cg:BodyPart ;
    cg:sha256 "2222222222222222222222222222222222222222222222222222222222222222" .
  selector:u-1 a oa:TextPositionSelector ;
    oa:start 0 ;
    oa:end 10 .
}
