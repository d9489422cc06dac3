#+ message: A value of a list MUST be a skos:Concept
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  cg:Shelling a skos:Concept .
}
