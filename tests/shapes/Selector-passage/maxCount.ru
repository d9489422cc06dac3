#+ message: A text position selector MUST belong to exactly one passage
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/claimgraph/passage/>
PREFIX selector: <https://w3id.org/claimgraph/selector/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  passage:t-5-e a cg:Passage ;
    oa:hasSource article:t ;
    cg:within sentence:t-5 ;
    oa:hasSelector selector:t-5-c ;
    cg:sha256 "2222222222222222222222222222222222222222222222222222222222222222" .
}
