#+ message: The value of cg:allegedTimeExpression MUST be a plain string
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-struck cg:allegedTimeExpression "at night"@en .
}
