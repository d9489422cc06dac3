#+ message: The value of cg:affirms MUST be a proposition (cg:Proposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  claim:t-5-2 cg:affirms ?old .
}
INSERT {
  claim:t-5-2 cg:affirms encoder:second-reader .
}
WHERE {
  claim:t-5-2 cg:affirms ?old .
};
INSERT DATA {
  claim:t-5-3 cg:justifiedBy proposition:killed-at-mill .
}
