#+ message: A term use MUST have at least one cg:usedBy
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX term: <https://w3id.org/claimgraph/term/>

DELETE WHERE {
  term:t-rebel-quarter cg:usedBy ?value .
}
