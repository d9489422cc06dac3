#+ message: A claim MUST take exactly one stance (cg:affirms, cg:negates, cg:mayNegate, cg:withholds, cg:commitsTo, cg:directs or cg:evaluates), or none if it is the source of a claim relation
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  claim:t-5-2 cg:affirms ?value .
};
INSERT DATA {
  claim:t-5-1 cg:justifiedBy proposition:killed-at-mill .
}
