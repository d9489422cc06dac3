#+ message: The value of cg:onBehalfOfAsInstitution MUST be an actor (cg:Actor)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

INSERT DATA {
  claim:t-8-1 cg:onBehalfOfAsInstitution encoder:second-reader .
}
