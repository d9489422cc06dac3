"""Linking entities to Wikidata: candidates with reasons, decisions as rows, and looking at those again."""
