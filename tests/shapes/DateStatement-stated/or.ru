#+ message: A date statement with the basis cg:Stated MUST have a cg:reportedIn
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX date: <https://w3id.org/claimgraph/date/>
PREFIX sentence: <https://w3id.org/claimgraph/sentence/>

DELETE DATA {
  date:t-picture cg:reportedIn sentence:t-2 .
}
