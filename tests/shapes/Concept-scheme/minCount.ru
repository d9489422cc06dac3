#+ message: A concept MUST be in exactly one scheme
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE WHERE {
  cg:Shelling skos:inScheme ?value .
}
