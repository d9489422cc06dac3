#+ message: The value of cg:scopeOfEncoding MUST be words with a language tag
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  activity:t-encoding cg:scopeOfEncoding ?old .
}
INSERT {
  activity:t-encoding cg:scopeOfEncoding "wrong" .
}
WHERE {
  activity:t-encoding cg:scopeOfEncoding ?old .
}
