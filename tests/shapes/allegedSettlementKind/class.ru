#+ message: The value of cg:allegedSettlementKind MUST be a kind of settlement (cg:SettlementKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-town cg:allegedSettlementKind encoder:second-reader .
}
