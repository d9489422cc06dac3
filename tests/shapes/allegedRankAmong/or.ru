#+ message: The value of cg:allegedRankAmong MUST be a place or an actor (cg:Place or cg:Actor)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-town cg:allegedRankAmong encoder:second-reader .
}
