#+ message: A text position selector MUST carry only the properties that belong on a text position selector
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX selector: <https://w3id.org/claimgraph/selector/>

INSERT DATA {
  selector:t-5-c dcterms:title "old mill" .
}
