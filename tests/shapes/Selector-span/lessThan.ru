#+ message: The value of oa:start MUST be less than that of oa:end
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

DELETE {
  selector:t-5-c oa:end ?old .
}
INSERT {
  selector:t-5-c oa:end 204 .
}
WHERE {
  selector:t-5-c oa:end ?old .
}
