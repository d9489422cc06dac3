#+ message: The value of cg:negates MUST be a proposition (cg:Proposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  claim:t-6-2 cg:negates ?old .
}
INSERT {
  claim:t-6-2 cg:negates encoder:second-reader .
}
WHERE {
  claim:t-6-2 cg:negates ?old .
};
INSERT DATA {
  claim:t-5-3 cg:justifiedBy proposition:fire-from-tarn .
}
