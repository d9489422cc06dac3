#+ message: A functional data property MUST NOT have two values
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX name: <https://w3id.org/claimgraph/name/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
  cg:form a owl:FunctionalProperty .
};
INSERT DATA {
  name:t-old-mill cg:form "mill" .
}
