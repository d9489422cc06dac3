#+ message: The value of cg:allegedResponseTo MUST be an event or a proposition (cg:Event or cg:Proposition)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:tarn-right cg:allegedResponseTo encoder:second-reader .
}
