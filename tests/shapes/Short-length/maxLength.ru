#+ message: A value of dcterms:title, dcterms:language, dcterms:creator, dcterms:publisher, dcterms:source, schema:inLanguage, cg:articleKey, cg:guidelineVersion, owl:versionInfo, sssom:subject_label, sssom:object_label, sssom:author_label MUST have at most 120 characters
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

DELETE {
  activity:t-encoding cg:guidelineVersion ?old .
}
INSERT {
  activity:t-encoding cg:guidelineVersion "invented words invented words invented words invented words invented words invented words invented words invented words invented words " .
}
WHERE {
  activity:t-encoding cg:guidelineVersion ?old .
}
