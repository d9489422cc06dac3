#+ message: The sentence numbers of an article MUST begin with 1
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  sentence:t-0 a cg:Sentence ;
    oa:hasSource article:t ;
    oa:hasSelector selector:t-0 ;
    cg:sentenceNumber 0 ;
    cg:part cg:BodyPart ;
    cg:sha256 "2222222222222222222222222222222222222222222222222222222222222222" .
  selector:t-0 a oa:TextPositionSelector ;
    oa:start 0 ;
    oa:end 1 .
}
