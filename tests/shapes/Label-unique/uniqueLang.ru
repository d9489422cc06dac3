#+ message: A node MUST have at most one rdfs:label in each language
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  place:vell rdfs:label "Town of Vell"@en .
}
