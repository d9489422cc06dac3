#+ message: The description of a dataset MUST carry only titles, descriptions, licence, dates and makers
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX place: <https://w3id.org/claimgraph/place/>

INSERT DATA {
  <https://w3id.org/claimgraph/dataset> cg:topicPlace place:vell .
}
