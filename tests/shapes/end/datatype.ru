#+ message: The value of oa:end MUST be an integer
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

DELETE {
  selector:t-5-c oa:end ?old .
}
INSERT {
  selector:t-5-c oa:end 212.0 .
}
WHERE {
  selector:t-5-c oa:end ?old .
}
