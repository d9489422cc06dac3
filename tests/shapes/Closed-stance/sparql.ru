#+ message: A claim MUST NOT negate what it affirms by implication
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX claim: <https://w3id.org/claimgraph/claim/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  claim:t-6-2 cg:affirmsByImplication proposition:fire-from-tarn .
}
