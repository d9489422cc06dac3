#+ message: An occurrence proposition MUST have at least one of cg:allegedKind, cg:allegedPlace, cg:allegedNotBefore, cg:allegedNotAfter or cg:allegedTimeExpression
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX event: <https://w3id.org/claimgraph/event/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  proposition:something a cg:OccurrenceProposition ;
    rdfs:label "Something happened."@en ;
    cg:about event:mill .
  claim:t-5-3 cg:justifiedBy proposition:something .
}
