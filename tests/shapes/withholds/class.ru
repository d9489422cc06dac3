#+ message: The value of cg:withholds MUST be a proposition (cg:Proposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  claim:t-9-2 cg:withholds ?old .
}
INSERT {
  claim:t-9-2 cg:withholds encoder:second-reader .
}
WHERE {
  claim:t-9-2 cg:withholds ?old .
};
INSERT DATA {
  claim:t-5-3 cg:justifiedBy proposition:video-authentic .
}
