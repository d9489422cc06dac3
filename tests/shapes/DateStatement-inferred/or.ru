#+ message: A date statement with the basis cg:Inferred SHOULD say from what it was inferred
PREFIX date: <https://w3id.org/claimgraph/date/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE WHERE {
  date:t-publication skos:note ?value .
}
