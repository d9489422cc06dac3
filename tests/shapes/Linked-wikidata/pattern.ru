#+ message: A link of a place, actor or event MUST lead to a Wikidata item
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  place:vell skos:closeMatch schema:City .
}
