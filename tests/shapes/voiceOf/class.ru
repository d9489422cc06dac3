#+ message: The value of cg:voiceOf MUST be an article (cg:Article)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX voice: <https://w3id.org/claimgraph/voice/>

DELETE {
  voice:t-body cg:voiceOf ?old .
}
INSERT {
  voice:t-body cg:voiceOf encoder:second-reader .
}
WHERE {
  voice:t-body cg:voiceOf ?old .
}
