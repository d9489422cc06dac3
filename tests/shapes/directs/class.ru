#+ message: The value of cg:directs MUST be a proposition (cg:Proposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  claim:t-8-2 cg:directs ?old .
}
INSERT {
  claim:t-8-2 cg:directs encoder:second-reader .
}
WHERE {
  claim:t-8-2 cg:directs ?old .
};
INSERT DATA {
  claim:t-5-3 cg:justifiedBy proposition:tarn-withdraws .
}
