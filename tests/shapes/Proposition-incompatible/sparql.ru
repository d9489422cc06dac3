#+ message: A proposition MUST NOT be incompatible with itself
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-night cg:incompatibleWith proposition:mill-night .
}
