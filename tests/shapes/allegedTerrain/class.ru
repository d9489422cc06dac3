#+ message: The value of cg:allegedTerrain MUST be a kind of terrain (cg:TerrainKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:port-ember-in-valley cg:allegedTerrain encoder:second-reader .
}
