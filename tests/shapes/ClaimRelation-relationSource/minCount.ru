#+ message: A claim relation MUST have exactly one cg:relationSource
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX relation: <https://w3id.org/claimgraph/relation/>

DELETE WHERE {
  relation:t-6-1--t-5-1 cg:relationSource ?value .
}
