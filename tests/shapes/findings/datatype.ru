#+ message: The value of cg:findings MUST be words with a language tag
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  activity:t-review cg:findings ?old .
}
INSERT {
  activity:t-review cg:findings "wrong" .
}
WHERE {
  activity:t-review cg:findings ?old .
}
