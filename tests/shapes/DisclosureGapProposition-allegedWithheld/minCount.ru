#+ message: A disclosure gap proposition MUST have at least one cg:allegedWithheld
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-undisclosed cg:allegedWithheld ?value .
}
