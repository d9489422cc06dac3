#+ message: A count of people or buildings MUST be a whole number
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

DELETE {
  figure:t-9-vell cg:upper ?old .
}
INSERT {
  figure:t-9-vell cg:upper 199.5 .
}
WHERE {
  figure:t-9-vell cg:upper ?old .
};
DELETE {
  figure:t-9-vell cg:value ?old .
}
INSERT {
  figure:t-9-vell cg:value 200.5 .
}
WHERE {
  figure:t-9-vell cg:value ?old .
}
