#+ message: A proposition MUST have at most one cg:allegedNotBefore
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  proposition:mill-night cg:allegedNotBefore "2021-02-28"^^xsd:date .
}
