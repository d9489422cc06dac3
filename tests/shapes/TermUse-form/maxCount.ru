#+ message: A term use MUST have exactly one cg:form
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX term: <https://w3id.org/claimgraph/term/>

INSERT DATA {
  term:t-rebel-quarter cg:form "rebels" .
}
