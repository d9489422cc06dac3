#+ message: A value of dcterms:description, cg:scopeOfEncoding, cg:findings, rdfs:comment MUST have at most 600 characters
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  activity:t-encoding cg:scopeOfEncoding ?old .
}
INSERT {
  activity:t-encoding cg:scopeOfEncoding "invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words "@en .
}
WHERE {
  activity:t-encoding cg:scopeOfEncoding ?old .
}
