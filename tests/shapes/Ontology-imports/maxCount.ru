#+ message: An ontology MUST NOT import another
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
  cg: owl:imports <http://www.w3.org/ns/prov> .
}
