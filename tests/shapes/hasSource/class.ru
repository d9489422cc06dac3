#+ message: The value of oa:hasSource MUST be an article (cg:Article)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  sentence:u-1 a cg:Sentence ;
    oa:hasSource encoder:second-reader ;
    oa:hasSelector selector:u-1 ;
    cg:sentenceNumber 1 ;
    cg:part cg:BodyPart ;
    cg:sha256 "2222222222222222222222222222222222222222222222222222222222222222" .
  selector:u-1 a oa:TextPositionSelector ;
    oa:start 0 ;
    oa:end 10 .
}
