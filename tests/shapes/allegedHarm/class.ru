#+ message: The value of cg:allegedHarm MUST be a harm (cg:Harm)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:killed-at-mill cg:allegedHarm ?old .
}
INSERT {
  proposition:killed-at-mill cg:allegedHarm encoder:second-reader .
}
WHERE {
  proposition:killed-at-mill cg:allegedHarm ?old .
}
