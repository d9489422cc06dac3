#+ message: A value of skos:note, skos:scopeNote, skos:editorialNote, skos:example, cg:negativeExample MUST have at most 600 characters
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  place:vell skos:note "invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words "@en .
}
