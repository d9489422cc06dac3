#+ message: An alleged role MUST NOT stand in a property chain or another list of axioms
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
  cg:allegedAgent owl:propertyChainAxiom ( cg:affirms cg:agency ) .
}
