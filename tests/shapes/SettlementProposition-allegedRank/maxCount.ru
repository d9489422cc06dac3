#+ message: A settlement proposition MUST have at most one cg:allegedRank
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-town cg:allegedRank 3 .
}
