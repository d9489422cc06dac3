#+ message: The rdfs:range of a datatype property MUST be one of xsd:integer, xsd:decimal, xsd:date, xsd:string and rdf:langString
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  cg:form rdfs:range xsd:token .
}
