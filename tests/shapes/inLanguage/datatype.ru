#+ message: The value of schema:inLanguage MUST be a language code
PREFIX article: <https://w3id.org/claimgraph/article/>
PREFIX schema: <https://schema.org/>

DELETE {
  article:t schema:inLanguage ?old .
}
INSERT {
  article:t schema:inLanguage "wrong"@en .
}
WHERE {
  article:t schema:inLanguage ?old .
}
