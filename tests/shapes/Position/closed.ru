#+ message: A position MUST carry only the properties that belong on a position
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX position: <https://w3id.org/claimgraph/position/>

INSERT DATA {
  position:vell dcterms:title "Vell" .
}
