#+ message: An alleged role MUST NOT have an rdfs:range
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  cg:allegedAgent rdfs:range cg:Actor .
}
