#+ message: A mapping MUST have exactly one pav:authoredOn
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX pav: <http://purl.org/pav/>

DELETE WHERE {
  mapping:place-earth-Q2 pav:authoredOn ?value .
}
