#+ message: The value of cg:allegedAct MUST be a speech act (cg:SpeechAct)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:reed-ordered-watch cg:allegedAct ?old .
}
INSERT {
  proposition:reed-ordered-watch cg:allegedAct encoder:second-reader .
}
WHERE {
  proposition:reed-ordered-watch cg:allegedAct ?old .
}
