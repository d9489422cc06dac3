#+ message: A proposition MUST be of one of the kinds below cg:Proposition
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  proposition:bare a cg:Proposition ;
    rdfs:label "Something."@en .
  claim:t-5-3 cg:justifiedBy proposition:bare .
}
