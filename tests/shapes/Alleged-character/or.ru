#+ message: An alleged role MUST be a plain object or datatype property
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
  cg:allegedAgent a owl:SymmetricProperty .
}
