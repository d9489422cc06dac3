#+ message: A value of skos:note, skos:scopeNote, skos:editorialNote, skos:example, cg:negativeExample MUST have a language tag
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  place:vell skos:note "A note." .
}
