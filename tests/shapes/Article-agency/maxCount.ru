#+ message: An article MUST have at most one cg:agency
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  actor:orn-sheet a cg:Outlet ;
    rdfs:label "The Orn Sheet"@en .
};
INSERT DATA {
  article:t cg:agency actor:orn-sheet .
}
