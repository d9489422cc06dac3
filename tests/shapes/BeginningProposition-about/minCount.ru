#+ message: A beginning proposition MUST have at least one cg:about
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:tarn-fighting-began cg:about ?value .
}
