#+ message: The cg:form of a term use MUST be at most six words
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX term: <https://w3id.org/claimgraph/term/>

DELETE {
  term:t-rebel-quarter cg:form ?old .
}
INSERT {
  term:t-rebel-quarter cg:form "a quarter full of rebels and thieves" .
}
WHERE {
  term:t-rebel-quarter cg:form ?old .
}
