#+ message: Two sentences of an article MUST NOT have the same number
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  sentence:t-5-again a cg:Sentence ;
    oa:hasSource article:t ;
    oa:hasSelector selector:t-5-again ;
    cg:sentenceNumber 5 ;
    cg:part cg:BodyPart ;
    cg:sha256 "2222222222222222222222222222222222222222222222222222222222222222" .
  selector:t-5-again a oa:TextPositionSelector ;
    oa:start 158 ;
    oa:end 259 .
}
