#+ message: A casualty proposition MUST NOT entail what it is in addition to
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:wounded-at-mill cg:entails proposition:killed-at-mill .
}
