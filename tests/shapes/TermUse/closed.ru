#+ message: A term use MUST carry only the properties that belong on a term use
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX term: <https://w3id.org/claimgraph/term/>

INSERT DATA {
  term:t-rebel-quarter dcterms:title "rebels" .
}
