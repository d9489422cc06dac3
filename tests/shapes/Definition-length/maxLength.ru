#+ message: A value of skos:definition MUST have at most 400 characters
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE {
  actor:vell skos:definition ?old .
}
INSERT {
  actor:vell skos:definition "invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words invented words "@en .
}
WHERE {
  actor:vell skos:definition ?old .
}
