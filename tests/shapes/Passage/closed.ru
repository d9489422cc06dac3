#+ message: A passage MUST carry only the properties that belong on a passage
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX passage: <https://w3id.org/claimgraph/passage/>

INSERT DATA {
  passage:t-5-b dcterms:title "the old mill" .
}
