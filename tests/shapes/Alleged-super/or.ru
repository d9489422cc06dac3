#+ message: An alleged role MUST have no super-property but cg:alleged
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  cg:allegedAgent rdfs:subPropertyOf cg:stance .
}
