#+ message: The value of oa:hasSelector MUST be a text position selector (oa:TextPositionSelector)
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/claimgraph/passage/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  passage:t-5-e a cg:Passage ;
    oa:hasSource article:t ;
    oa:hasSelector encoder:first-reader ;
    cg:within sentence:t-5 ;
    cg:sha256 "2222222222222222222222222222222222222222222222222222222222222222" .
}
