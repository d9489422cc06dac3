#+ message: A dataset MUST have a dcterms:license
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE WHERE {
  <https://w3id.org/claimgraph/dataset> dcterms:license ?value .
}
