#+ message: An utterance MUST carry only the properties that belong on an utterance
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-8 dcterms:title "What Reed said" .
}
