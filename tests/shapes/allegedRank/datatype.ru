#+ message: The value of cg:allegedRank MUST be an integer
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:vell-town cg:allegedRank ?old .
}
INSERT {
  proposition:vell-town cg:allegedRank "second" .
}
WHERE {
  proposition:vell-town cg:allegedRank ?old .
}
