#+ message: Something MUST have at most one skos:exactMatch
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>

INSERT DATA {
  place:earth skos:exactMatch wd:Q3 .
}
