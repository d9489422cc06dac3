#+ message: Toponyms MUST have exactly one cg:recordKey
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX toponyms: <https://w3id.org/claimgraph/toponyms/>

DELETE WHERE {
  toponyms:vell cg:recordKey ?value .
}
