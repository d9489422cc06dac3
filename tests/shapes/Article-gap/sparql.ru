#+ message: A sentence MUST begin at most four characters after the end of the one before it
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

DELETE {
  selector:t-3 oa:start ?old .
}
INSERT {
  selector:t-3 oa:start 114 .
}
WHERE {
  selector:t-3 oa:start ?old .
}
