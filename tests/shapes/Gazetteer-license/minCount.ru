#+ message: A gazetteer MUST have exactly one dcterms:license
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX gazetteer: <https://w3id.org/claimgraph/gazetteer/>

DELETE WHERE {
  gazetteer:orn-atlas dcterms:license ?value .
}
