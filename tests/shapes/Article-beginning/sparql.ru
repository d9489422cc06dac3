#+ message: The first sentence of an article MUST begin within the first four characters of the text
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

DELETE {
  selector:t-1 oa:start ?old .
}
INSERT {
  selector:t-1 oa:start 5 .
}
WHERE {
  selector:t-1 oa:start ?old .
}
