#+ message: The value of cg:allegedDayPart MUST be a part of the day (cg:DayPart)
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX encoder: <https://w3id.org/claimgraph/encoder/>
PREFIX proposition: <https://w3id.org/claimgraph/proposition/>

INSERT DATA {
  proposition:mill-night cg:allegedDayPart encoder:second-reader .
}
