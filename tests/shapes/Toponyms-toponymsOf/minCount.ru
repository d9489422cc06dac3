#+ message: Toponyms MUST have exactly one cg:toponymsOf
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX toponyms: <https://w3id.org/claimgraph/toponyms/>

DELETE WHERE {
  toponyms:vell cg:toponymsOf ?value .
}
