#+ message: A proposition MUST NOT be an alternative to itself
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-night cg:alternativeTo proposition:mill-night .
}
