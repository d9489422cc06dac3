#+ message: The value of cg:allegedAffectedSide MUST be an actor or cg:SideUnspecified (cg:Actor or cg:Side)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:killed-at-mill cg:allegedAffectedSide ?old .
}
INSERT {
  proposition:killed-at-mill cg:allegedAffectedSide encoder:second-reader .
}
WHERE {
  proposition:killed-at-mill cg:allegedAffectedSide ?old .
}
