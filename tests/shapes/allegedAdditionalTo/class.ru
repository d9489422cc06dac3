#+ message: The value of cg:allegedAdditionalTo MUST be a casualty proposition (cg:CasualtyProposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:wounded-at-mill cg:allegedAdditionalTo encoder:second-reader .
}
