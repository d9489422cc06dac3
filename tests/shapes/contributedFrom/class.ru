#+ message: The value of cg:contributedFrom MUST be a place (cg:Place)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  contribution:t-marsh cg:contributedFrom ?old .
}
INSERT {
  contribution:t-marsh cg:contributedFrom encoder:second-reader .
}
WHERE {
  contribution:t-marsh cg:contributedFrom ?old .
}
