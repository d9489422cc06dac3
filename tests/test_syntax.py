"""Syntax errors name the place, what was expected and what to do."""

import pytest

from claimgraph.errors import TurtleError
from claimgraph.syntax import quoted
from claimgraph.turtle import read_turtle

HEAD = "@prefix actor: <http://a/> .\n@prefix xsd: <http://x/> .\n"


@pytest.mark.parametrize(
    ("body", "line", "problem", "remedy"),
    [
        (
            "actor:a actor:p 1\n\n# note\nactor:b actor:p 2 .",
            6,
            "`.`, `;` or `,` was expected",
            "End line 3 with `.`",
        ),
        ("actr:a actor:p 1 .", 3, "prefix `actr:` is not declared", "Did you mean `actor:`?"),
        ("zzz:a actor:p 1 .", 3, "prefix `zzz:`", "ontology/prefixes.ttl"),
        ('actor:a actor:p "open .\nactor:b actor:p "x" .', 3, "not closed on this line", "quotation mark"),
        (
            'actor:a actor:p """open .\nactor:b actor:p 1 .',
            3,
            "begins here and is never closed",
            "quotation marks",
        ),
        ("actor:a actor:p <http://open", 3, "IRI begins here and is never closed", "`>`"),
        ("actor:a actor:p <http://a b> .", 3, "IRIs may not hold", "`>`"),
        ("actor:a actor:p 1", 3, "ends in the middle of a statement", "`.`"),
        ("actor:a actor:p 1 .\n  actor:q 2 .", 4, "A property was expected", "line before"),
        ("actor:a actor:p ; .", 3, "A value was expected", "Write the value"),
        ("actor:a actor:p ( 1 .", 3, "A value was expected", "`)`"),
        ("actor:a actor:p [ actor:q 1 .", 3, "`[` is not closed", "bracket"),
        ('actor:a actor:p "x" "y" .', 3, "A new statement was expected", "`,`"),
        ("actor:a actor:p “x” .", 3, "begins no name", "straight quotes"),
        ("actor:a actor:p actor:x%zz .", 3, "hexadecimal", "%25"),
        ('actor:a actor:p "\\q" .', 3, "escapes nothing", "backslash"),
        ('actor:a actor:p "x"@ .', 3, "language tag was expected", "@en"),
        ('actor:a actor:p "x"^^"y" .', 3, "datatype was expected", "^^xsd:date"),
        ("@prefix actor <http://a/> .", 3, "lacks its prefix", "@prefix cg:"),
        ("actor:a = actor:b .", 3, "A property was expected", "line before"),
    ],
)
def test_common_mistakes(tmp_path, body, line, problem, remedy):
    path = tmp_path / "f.ttl"
    path.write_text(HEAD + body, encoding="utf-8")
    with pytest.raises(TurtleError) as caught:
        read_turtle(path, "f.ttl")
    error = caught.value
    assert (error.file, error.line) == ("f.ttl", line)
    assert error.column is not None
    assert problem in error.problem
    assert remedy in error.remedy
    offending = (HEAD + body).split("\n")[line - 1].strip()
    assert f"The line reads: {offending}" in error.problem


def test_quoted_lines_are_short_and_harmless():
    assert quoted("  \x1b[31mred\t") == "The line reads: [31mred"
    assert len(quoted("x" * 500)) < 100
    assert quoted("  ") == ""
