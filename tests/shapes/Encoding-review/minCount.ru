#+ message: An encoding SHOULD have been read again
PREFIX activity: <https://w3id.org/claimgraph/activity/>

DELETE WHERE {
  activity:t-review ?property ?value .
}
