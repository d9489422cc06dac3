#+ message: An actor that is no cg:Voice MUST NOT have cg:voiceOf or cg:voicePart
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>

INSERT DATA {
  actor:vell cg:voiceOf article:t .
}
