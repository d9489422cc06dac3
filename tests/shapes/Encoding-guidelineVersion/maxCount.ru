#+ message: An encoding MUST have exactly one cg:guidelineVersion
PREFIX activity: <https://w3id.org/claimgraph/activity/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  activity:t-encoding cg:guidelineVersion "0.2.0" .
}
