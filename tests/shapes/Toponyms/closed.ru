#+ message: Toponyms MUST carry only the properties that belong on toponyms
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX toponyms: <https://w3id.org/claimgraph/toponyms/>

INSERT DATA {
  toponyms:vell dcterms:title "Vell" .
}
