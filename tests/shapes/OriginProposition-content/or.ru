#+ message: An origin proposition MUST have at least one of cg:allegedOrigin or cg:allegedDirection
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE WHERE {
  proposition:fire-from-tarn cg:allegedOrigin ?value .
};
DELETE WHERE {
  proposition:fire-from-tarn cg:allegedDirection ?value .
}
