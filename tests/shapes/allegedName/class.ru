#+ message: The value of cg:allegedName MUST be a name use (cg:NameUse)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:vell-name cg:allegedName encoder:second-reader .
}
