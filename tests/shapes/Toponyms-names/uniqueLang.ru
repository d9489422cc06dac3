#+ message: Toponyms MUST have a skos:altLabel in at least two languages
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX toponyms: <https://w3id.org/claimgraph/toponyms/>

INSERT DATA {
  toponyms:vell skos:altLabel "Vello"@it .
}
