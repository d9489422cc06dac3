#+ message: What is listed in owl:AllDifferent MUST NOT be listed twice
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  [] a owl:AllDifferent ;
    owl:distinctMembers ( place:vell place:tarn place:vell ) .
}
