#+ message: The value of cg:madeAt MUST be a place (cg:Place)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-8 cg:madeAt encoder:second-reader .
}
