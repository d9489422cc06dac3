#+ message: An article MUST carry only the properties that belong on an article
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  article:t dcterms:title "Two river towns" .
}
