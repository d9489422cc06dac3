#+ message: The value of cg:appliedTo MUST be the name of something in the graph
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX term: <https://w3id.org/claimgraph/term/>

INSERT DATA {
  term:t-rebel-quarter cg:appliedTo "the quarter" .
}
