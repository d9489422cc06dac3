"""Tools for those who add articles: a draft from a text, passages, new names, a new graph directory."""
