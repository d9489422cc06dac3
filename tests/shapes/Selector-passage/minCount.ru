#+ message: A text position selector MUST belong to exactly one passage
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

INSERT DATA {
  selector:t-5-e a oa:TextPositionSelector ;
    oa:start 200 ;
    oa:end 201 .
}
