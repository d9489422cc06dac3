#+ message: A name use MUST carry only the properties that belong on a name use
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX name: <https://w3id.org/claimgraph/name/>

INSERT DATA {
  name:t-old-mill dcterms:title "mill" .
}
