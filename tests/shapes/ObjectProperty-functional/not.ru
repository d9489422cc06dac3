#+ message: An object property MUST NOT be owl:FunctionalProperty or owl:InverseFunctionalProperty
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
  cg:claimant a owl:FunctionalProperty .
}
