#+ message: A sentence MUST NOT begin before the one before it ends
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

DELETE {
  selector:t-4 oa:start ?old .
}
INSERT {
  selector:t-4 oa:start 100 .
}
WHERE {
  selector:t-4 oa:start ?old .
}
