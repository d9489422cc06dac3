#+ message: The value of oa:start MUST NOT be negative
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

DELETE {
  selector:t-1 oa:start ?old .
}
INSERT {
  selector:t-1 oa:start -1 .
}
WHERE {
  selector:t-1 oa:start ?old .
}
