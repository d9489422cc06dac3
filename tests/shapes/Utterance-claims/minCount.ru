#+ message: An utterance MUST have at least one claim
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  utterance:t-10 a cg:Utterance ;
    rdfs:label "What nobody said"@en .
}
