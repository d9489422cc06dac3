#+ message: The value of cg:contributionRole MUST be a contribution role (cg:ContributionRole)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  contribution:t-marsh cg:contributionRole ?old .
}
INSERT {
  contribution:t-marsh cg:contributionRole encoder:second-reader .
}
WHERE {
  contribution:t-marsh cg:contributionRole ?old .
}
