#+ message: The value of cg:allegedNotBefore MUST NOT be later than that of cg:allegedNotAfter
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  proposition:mill-night cg:allegedNotAfter ?old .
}
INSERT {
  proposition:mill-night cg:allegedNotAfter "2021-02-01"^^xsd:date .
}
WHERE {
  proposition:mill-night cg:allegedNotAfter ?old .
}
