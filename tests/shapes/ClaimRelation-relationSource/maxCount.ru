#+ message: A claim relation MUST have exactly one cg:relationSource
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX relation: <https://w3id.org/claimgraph/relation/>

INSERT DATA {
  relation:t-6-1--t-5-1 cg:relationSource claim:t-6-2 .
}
