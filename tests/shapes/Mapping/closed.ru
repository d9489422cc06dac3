#+ message: A mapping MUST carry only the columns of the link table
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX mapping: <https://w3id.org/claimgraph/mapping/>

INSERT DATA {
  mapping:place-earth-Q2 dcterms:title "Earth" .
}
