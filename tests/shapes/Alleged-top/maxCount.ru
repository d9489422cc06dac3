#+ message: cg:alleged MUST NOT stand in any axiom, but for the roles that are its sub-properties
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  cg:alleged rdfs:range cg:Actor .
}
