#+ message: A struck object proposition MUST have exactly one cg:allegedStruckObject
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-struck cg:allegedStruckObject cg:Infrastructure .
}
