#+ message: A review MUST carry only the properties that belong on a review
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  activity:t-review dcterms:title "second reading" .
}
