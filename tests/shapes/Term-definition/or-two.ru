#+ message: A term of the ontology MUST have exactly one English skos:definition
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  cg:claimant skos:definition "Another definition."@en .
}
