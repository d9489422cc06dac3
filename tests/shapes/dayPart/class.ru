#+ message: The value of cg:dayPart MUST be a part of the day (cg:DayPart)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-8 cg:dayPart cg:asserts .
}
