#+ message: An interval proposition MUST carry only the roles that fit it
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-before-council cg:allegedFacility cg:WaterReservoir .
}
