#+ message: The value of cg:sha256 MUST be 64 lower-case hexadecimal digits
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX passage: <https://w3id.org/claimgraph/passage/>

DELETE {
  passage:t-5-b cg:sha256 ?old .
}
INSERT {
  passage:t-5-b cg:sha256 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" .
}
WHERE {
  passage:t-5-b cg:sha256 ?old .
}
