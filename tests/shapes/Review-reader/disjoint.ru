#+ message: A review SHOULD be carried out by someone other than the encoder
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  activity:t-review cg:carriedOutBy ?old .
}
INSERT {
  activity:t-review cg:carriedOutBy encoder:first-reader .
}
WHERE {
  activity:t-review cg:carriedOutBy ?old .
}
