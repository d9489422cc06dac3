#+ message: A property MUST NOT have an owl:equivalentProperty
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>

INSERT DATA {
  cg:topicPlace owl:equivalentProperty wdt:P276 .
}
