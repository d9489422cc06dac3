#+ message: A proposition MUST NOT entail itself
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-night cg:entails proposition:mill-night .
}
