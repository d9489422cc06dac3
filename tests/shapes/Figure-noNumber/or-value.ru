#+ message: A figure of dozens, of several hundred thousands, or whose number is not given MUST NOT have a cg:value, cg:lower or cg:upper
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

INSERT DATA {
  figure:t-9-people cg:value 24 .
}
