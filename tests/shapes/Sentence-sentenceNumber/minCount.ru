#+ message: A sentence MUST have exactly one cg:sentenceNumber
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  sentence:t-13 a cg:Sentence ;
    oa:hasSource article:t ;
    oa:hasSelector selector:t-13 ;
    cg:part cg:BodyPart ;
    cg:sha256 "2222222222222222222222222222222222222222222222222222222222222222" .
  selector:t-13 a oa:TextPositionSelector ;
    oa:start 817 ;
    oa:end 818 .
}
