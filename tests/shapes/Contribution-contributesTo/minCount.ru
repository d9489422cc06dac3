#+ message: A contribution MUST have exactly one cg:contributesTo
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>

DELETE WHERE {
  contribution:t-marsh cg:contributesTo ?value .
}
