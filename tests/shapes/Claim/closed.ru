#+ message: A claim MUST carry only the properties that belong on a claim
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  claim:t-8-1 dcterms:title "He ordered it" .
}
