#+ message: A text position selector MUST have exactly one oa:end
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

INSERT DATA {
  selector:t-5-c oa:end 211 .
}
