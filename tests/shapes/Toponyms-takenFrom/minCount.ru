#+ message: Toponyms MUST have exactly one cg:takenFrom
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX toponyms: <https://w3id.org/claimgraph/toponyms/>

DELETE WHERE {
  toponyms:vell cg:takenFrom ?value .
}
