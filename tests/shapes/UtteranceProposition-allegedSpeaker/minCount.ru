#+ message: An utterance proposition MUST have at least one cg:allegedSpeaker
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:reed-ordered-watch cg:allegedSpeaker ?value .
}
