#+ message: A value of rdfs:label, skos:altLabel MUST have at most 160 characters
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE {
  place:vell rdfs:label ?old .
}
INSERT {
  place:vell rdfs:label "invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words "@en .
}
WHERE {
  place:vell rdfs:label ?old .
}
