#+ message: A passage MUST lie inside the span of the sentence around it
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

DELETE {
  selector:t-5-a oa:start ?old .
}
INSERT {
  selector:t-5-a oa:start 1 .
}
WHERE {
  selector:t-5-a oa:start ?old .
}
