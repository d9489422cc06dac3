#+ message: An encoding MUST carry only the properties that belong on an encoding
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  activity:t-encoding dcterms:title "first encoding" .
}
