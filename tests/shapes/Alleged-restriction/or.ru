#+ message: An alleged role MUST NOT stand in an OWL restriction
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  cg:AgencyProposition rdfs:subClassOf [
    a owl:Restriction ;
    owl:onProperty cg:allegedAgent ;
    owl:allValuesFrom cg:Actor
  ] .
}
