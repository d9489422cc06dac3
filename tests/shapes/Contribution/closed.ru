#+ message: A contribution MUST carry only the properties that belong on a contribution
PREFIX contribution: <https://w3id.org/claimgraph/contribution/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  contribution:t-marsh dcterms:title "reporter" .
}
