#+ message: The value of cg:allegedAvoided MUST be a proposition or a concept of the ontology (cg:Proposition or skos:Concept)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-intends cg:allegedAvoided encoder:second-reader .
}
