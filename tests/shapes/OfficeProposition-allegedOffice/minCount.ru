#+ message: An office proposition MUST have at least one cg:allegedOffice
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:reed-mayor cg:allegedOffice ?value .
}
