#+ message: A date statement MUST carry only the properties that belong on a date statement
PREFIX date: <https://w3id.org/claimgraph/date/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  date:t-picture dcterms:title "2 March" .
}
