#+ message: The value of cg:contributor MUST be an actor (cg:Actor)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  contribution:t-marsh cg:contributor ?old .
}
INSERT {
  contribution:t-marsh cg:contributor encoder:second-reader .
}
WHERE {
  contribution:t-marsh cg:contributor ?old .
}
