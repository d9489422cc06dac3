#+ message: The value of pav:authoredOn MUST be a date
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX pav: <http://purl.org/pav/>

DELETE {
  mapping:place-earth-Q2 pav:authoredOn ?old .
}
INSERT {
  mapping:place-earth-Q2 pav:authoredOn "20 November" .
}
WHERE {
  mapping:place-earth-Q2 pav:authoredOn ?old .
}
