#+ message: The value of cg:evaluates MUST be an evaluation proposition (cg:EvaluationProposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  claim:t-7-1 cg:evaluates ?old .
}
INSERT {
  claim:t-7-1 cg:evaluates encoder:second-reader .
}
WHERE {
  claim:t-7-1 cg:evaluates ?old .
};
INSERT DATA {
  claim:t-5-3 cg:justifiedBy proposition:charge-absurd .
}
