#+ message: An utterance proposition MUST have exactly one cg:allegedAct
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:reed-ordered-watch cg:allegedAct ?value .
}
