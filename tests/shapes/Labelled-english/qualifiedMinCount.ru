#+ message: An entity MUST have an English rdfs:label
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE {
  place:vell rdfs:label ?old .
}
INSERT {
  place:vell rdfs:label "Vell"@de .
}
WHERE {
  place:vell rdfs:label ?old .
}
