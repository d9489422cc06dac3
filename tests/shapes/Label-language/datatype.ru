#+ message: A value of rdfs:label, skos:altLabel MUST have a language tag
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  place:vell rdfs:label "Vell" .
}
