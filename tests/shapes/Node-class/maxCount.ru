#+ message: A node MUST have exactly one class
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  place:vell a owl:Thing .
}
