#+ message: An owl:equivalentClass MUST be a class expression, not a named class
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX schema: <https://schema.org/>

INSERT DATA {
  cg:Place owl:equivalentClass schema:Place .
}
