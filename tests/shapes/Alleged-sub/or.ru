#+ message: An alleged role MUST NOT have a sub-property
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  cg:agency rdfs:subPropertyOf cg:allegedAgent .
}
