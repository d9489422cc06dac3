#+ message: An encoder MUST carry only the properties that belong on an encoder
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

INSERT DATA {
  encoder:first-reader dcterms:title "reader" .
}
