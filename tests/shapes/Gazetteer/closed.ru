#+ message: A gazetteer MUST carry only a label, a licence, an address and notes
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX gazetteer: <https://w3id.org/claimgraph/gazetteer/>

INSERT DATA {
  gazetteer:orn-atlas dcterms:title "Atlas" .
}
