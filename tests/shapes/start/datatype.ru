#+ message: The value of oa:start MUST be an integer
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

DELETE {
  selector:t-5-c oa:start ?old .
}
INSERT {
  selector:t-5-c oa:start 204.0 .
}
WHERE {
  selector:t-5-c oa:start ?old .
}
