#+ message: A claim relation MUST carry only the properties that belong on a claim relation
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX relation: <https://w3id.org/claimgraph/relation/>

INSERT DATA {
  relation:t-6-1--t-5-1 dcterms:title "a denial" .
}
