#+ message: A position MUST have exactly one cg:recordKey
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX position: <https://w3id.org/claimgraph/position/>

INSERT DATA {
  position:vell cg:recordKey "V-2" .
}
