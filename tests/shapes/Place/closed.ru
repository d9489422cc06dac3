#+ message: A place MUST carry only the properties that belong on a place
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  place:vell cg:allegedController actor:vell .
}
