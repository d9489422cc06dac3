#+ message: The value of cg:modality MUST be a modality (cg:Modality)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

DELETE {
  claim:t-5-2 cg:modality ?old .
}
INSERT {
  claim:t-5-2 cg:modality cg:asserts .
}
WHERE {
  claim:t-5-2 cg:modality ?old .
}
