#+ message: A gazetteer MUST have exactly one dcterms:license
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX gazetteer: <https://w3id.org/claimgraph/gazetteer/>

INSERT DATA {
  gazetteer:orn-atlas dcterms:license <https://creativecommons.org/licenses/by/4.0/> .
}
