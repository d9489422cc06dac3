#+ message: A figure MUST carry only the properties that belong on a figure
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX figure: <https://w3id.org/claimgraph/figure/>

INSERT DATA {
  figure:t-9-distance dcterms:title "thirty" .
}
