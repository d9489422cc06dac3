#+ message: A proposition SHOULD be used by a claim or another proposition
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE DATA {
  claim:t-5-3 cg:justifiedBy proposition:wounded-at-mill .
};
DELETE DATA {
  proposition:tarn-undisclosed cg:allegedWithheld proposition:wounded-at-mill .
};
INSERT DATA {
  proposition:tarn-undisclosed cg:allegedWithheld proposition:killed-at-mill .
}
