#+ message: A proposition MUST have at most one cg:allegedTimeExpression
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-night cg:allegedTimeExpression "at night" .
}
