#+ message: A place MUST have at most one position
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX gazetteer: <https://w3id.org/claimgraph/gazetteer/>
PREFIX place: <https://w3id.org/claimgraph/place/>
PREFIX position: <https://w3id.org/claimgraph/position/>

INSERT DATA {
  position:vell-again a cg:Position .
  position:vell-again cg:positionOf place:vell .
  position:vell-again cg:latitude 12.6 .
  position:vell-again cg:longitude 34.3 .
  position:vell-again cg:takenFrom gazetteer:orn-atlas .
  position:vell-again cg:recordKey "V-2" .
}
