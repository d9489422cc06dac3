#+ message: A passage MUST have exactly one oa:hasSelector
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/claimgraph/passage/>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

INSERT DATA {
  passage:t-5-b oa:hasSelector selector:t-5-e .
  selector:t-5-e a oa:TextPositionSelector ;
    oa:start 190 ;
    oa:end 200 .
}
