#+ message: An ontology MUST have a dcterms:license
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE WHERE {
  cg: dcterms:license ?value .
}
