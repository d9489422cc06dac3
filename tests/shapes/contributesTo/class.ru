#+ message: The value of cg:contributesTo MUST be an article (cg:Article)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>

DELETE {
  contribution:t-marsh cg:contributesTo ?old .
}
INSERT {
  contribution:t-marsh cg:contributesTo encoder:second-reader .
}
WHERE {
  contribution:t-marsh cg:contributesTo ?old .
}
