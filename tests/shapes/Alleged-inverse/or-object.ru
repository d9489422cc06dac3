#+ message: An alleged role MUST NOT have an owl:inverseOf
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
  cg:agency owl:inverseOf cg:allegedAgent .
}
