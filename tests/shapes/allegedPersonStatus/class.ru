#+ message: The value of cg:allegedPersonStatus MUST be a person status (cg:PersonStatus)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:killed-at-mill cg:allegedPersonStatus ?old .
}
INSERT {
  proposition:killed-at-mill cg:allegedPersonStatus encoder:second-reader .
}
WHERE {
  proposition:killed-at-mill cg:allegedPersonStatus ?old .
}
