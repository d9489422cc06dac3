#+ message: A value of a list MUST be an owl:NamedIndividual
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

DELETE DATA {
  cg:Shelling a owl:NamedIndividual .
}
