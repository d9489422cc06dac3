#+ message: A passage MUST have exactly one oa:hasSelector
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/claimgraph/passage/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

INSERT DATA {
  passage:t-5-e a cg:Passage ;
    oa:hasSource article:t ;
    cg:within sentence:t-5 ;
    cg:sha256 "2222222222222222222222222222222222222222222222222222222222222222" .
}
