#+ message: Toponyms MUST have exactly one cg:takenFrom
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX gazetteer: <https://w3id.org/claimgraph/gazetteer/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX toponyms: <https://w3id.org/claimgraph/toponyms/>

INSERT DATA {
  gazetteer:tarn-list a cg:Gazetteer .
  gazetteer:tarn-list rdfs:label "Tarn list"@en .
  gazetteer:tarn-list dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> .
  gazetteer:tarn-list rdfs:seeAlso <https://example.org/tarn> .
  toponyms:vell cg:takenFrom gazetteer:tarn-list .
}
