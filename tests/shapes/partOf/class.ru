#+ message: The value of cg:partOf MUST be an utterance (cg:Utterance)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  claim:t-8-1 cg:partOf ?old .
}
INSERT {
  claim:t-8-1 cg:partOf encoder:second-reader .
}
WHERE {
  claim:t-8-1 cg:partOf ?old .
}
