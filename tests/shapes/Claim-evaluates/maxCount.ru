#+ message: A claim MUST have at most one cg:evaluates
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX utterance: <https://w3id.org/claimgraph/utterance/>

INSERT DATA {
  proposition:charge-wrong a cg:EvaluationProposition ;
    rdfs:label "The charge is wrong."@en ;
    cg:allegedEvaluated utterance:t-5 ;
    cg:allegedEvaluation cg:Wrong .
  claim:t-7-1 cg:evaluates proposition:charge-wrong .
}
