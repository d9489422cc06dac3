#+ message: The value of cg:allegedInvolvement MUST be a kind of involvement (cg:InvolvementKind)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-involved cg:allegedInvolvement encoder:second-reader .
}
