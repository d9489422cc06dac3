#+ message: The value of cg:allegedController MUST be an actor (cg:Actor)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:vell-controls cg:allegedController ?old .
}
INSERT {
  proposition:vell-controls cg:allegedController encoder:second-reader .
}
WHERE {
  proposition:vell-controls cg:allegedController ?old .
}
