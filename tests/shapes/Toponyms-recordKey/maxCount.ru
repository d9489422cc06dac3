#+ message: Toponyms MUST have exactly one cg:recordKey
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX toponyms: <https://w3id.org/claimgraph/toponyms/>

INSERT DATA {
  toponyms:vell cg:recordKey "V-2" .
}
