#+ message: A node MUST NOT be owl:sameAs something else
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  place:vell owl:sameAs place:tarn .
}
