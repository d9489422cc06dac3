#+ message: The value of cg:allegedSeverity MUST be a severity (cg:Severity)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

DELETE {
  proposition:mill-damaged cg:allegedSeverity ?old .
}
INSERT {
  proposition:mill-damaged cg:allegedSeverity encoder:second-reader .
}
WHERE {
  proposition:mill-damaged cg:allegedSeverity ?old .
}
