#+ message: Inference MUST NOT give a claim this property
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>

INSERT DATA {
  claim:t-5-1 cg:blames actor:tarn .
}
