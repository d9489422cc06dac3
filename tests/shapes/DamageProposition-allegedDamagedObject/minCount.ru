#+ message: A damage proposition MUST have at least one cg:allegedDamagedObject
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:mill-damaged cg:allegedDamagedObject ?value .
}
