#+ message: The value of cg:commitsTo MUST be a proposition (cg:Proposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  claim:t-7-2 cg:commitsTo ?old .
}
INSERT {
  claim:t-7-2 cg:commitsTo encoder:second-reader .
}
WHERE {
  claim:t-7-2 cg:commitsTo ?old .
};
INSERT DATA {
  claim:t-5-3 cg:justifiedBy proposition:tarn-answers .
}
