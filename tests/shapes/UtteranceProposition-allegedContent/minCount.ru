#+ message: An utterance proposition MUST have at least one cg:allegedContent
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:reed-ordered-watch cg:allegedContent ?value .
};
INSERT DATA {
  claim:t-5-3 cg:justifiedBy proposition:guards-watch .
}
