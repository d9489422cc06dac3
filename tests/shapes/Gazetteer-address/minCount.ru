#+ message: A gazetteer MUST have an rdfs:seeAlso
PREFIX gazetteer: <https://w3id.org/claimgraph/gazetteer/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE WHERE {
  gazetteer:orn-atlas rdfs:seeAlso ?value .
}
