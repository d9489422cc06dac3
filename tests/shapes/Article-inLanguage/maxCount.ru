#+ message: An article MUST have exactly one schema:inLanguage
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
  article:t schema:inLanguage "de" .
}
