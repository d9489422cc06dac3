#+ message: A value of skos:definition MUST have a language tag
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE {
  actor:vell skos:definition ?old .
}
INSERT {
  actor:vell skos:definition "The town as it acts and speaks." .
}
WHERE {
  actor:vell skos:definition ?old .
}
