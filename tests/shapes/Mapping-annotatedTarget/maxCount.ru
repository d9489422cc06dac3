#+ message: A mapping MUST have exactly one owl:annotatedTarget
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX wd: <http://www.wikidata.org/entity/>

INSERT DATA {
  mapping:place-earth-Q2 owl:annotatedTarget wd:Q3 .
}
