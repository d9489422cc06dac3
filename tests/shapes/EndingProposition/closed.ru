#+ message: An ending proposition MUST carry only the roles that fit it
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-fighting-ended cg:allegedFacility cg:WaterReservoir .
}
