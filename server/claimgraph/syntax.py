"""What a syntax error in Turtle means in plain words, and what to do about it."""

from __future__ import annotations

import difflib
import re

from claimgraph.settings import DEFAULTS

_DECLARED = re.compile(r"^\s*@?prefix\s+([^\s:]*):", re.IGNORECASE | re.MULTILINE)
_POSITION = re.compile(r"^Parser error (?:at|between) .*?: ", re.DOTALL)

_REMEDIES: tuple[tuple[str, str, str], ...] = (
    (
        "Line jumps are not allowed in string literals",
        "A text in quotation marks is not closed on this line.",
        'Close it with its quotation mark, or use three (""") around a text of several lines.',
    ),
    (
        "blank node property lists should end with a ']'",
        "A `[` is not closed: `]`, `;` or `,` was expected here.",
        "Close the bracket, or separate its properties with `;`.",
    ),
    (
        "is not a valid predicate",
        "A property was expected here (an IRI such as `cg:about`, or `a`).",
        "Look at the line before too: often it ends in `;` where `.` was meant, or the other way round.",
    ),
    (
        "is not a valid RDF object",
        "A value was expected here: an IRI, a text in quotation marks, a number, `true` or `false`.",
        "Write the value, or delete the `,` or the property that has none; close every `(` with `)`.",
    ),
    (
        "is not a valid subject",
        "A new statement was expected here: it begins with the IRI of its subject.",
        'Separate two values with `,` and two properties with `;`, write a typed value as "…"^^xsd:date, '
        "and delete closing brackets that close nothing.",
    ),
    (
        "is not allowed at the beginning of a prefix name",
        "This character begins no name.",
        'Use straight quotes: "…".',
    ),
    (
        "Invalid IRI code point",
        "This IRI holds a character that IRIs may not hold.",
        "Close it with `>`, or correct it.",
    ),
    (
        "escapes in IRIs",
        "A `%` in a name must be followed by two hexadecimal digits.",
        "Write the percent sign itself as %25.",
    ),
    (
        "Unexpected escape character",
        "This backslash escapes nothing.",
        "Write a backslash in a text as two (\\\\), and only \\t \\n \\r \\\" \\' \\u \\U otherwise.",
    ),
    (
        "language code",
        "A language tag was expected after `@`.",
        'Write for example "…"@en, in lower case and with hyphens.',
    ),
    (
        "Expecting a datatype IRI",
        "A datatype was expected after `^^`.",
        'Write an IRI without quotation marks, for example "2020-10-04"^^xsd:date.',
    ),
    (
        "PREFIX keyword",
        "A prefix declaration lacks its prefix.",
        "Write it as in `@prefix cg: <https://w3id.org/claimgraph/ontology/> .`",
    ),
    (
        "Unexpected end",
        "The file ends in the middle of a statement: `.` was expected.",
        "End the statement with `.`.",
    ),
)


def explain(message: str, text: str, line: int, column: int) -> tuple[str, str]:
    """Turn Oxigraph's message about a place in a Turtle text into (what is wrong, what to do).

    The first says what was expected and quotes the line, shortened; the wording covers Turtle 1.1.
    """
    detail = _POSITION.sub("", message).strip().rstrip(".")
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    problem, remedy = _words(detail, text, lines, line, column)
    return f"{problem} {quoted(here)}".strip(), remedy


def quoted(line: str) -> str:
    """Quote a line of the file, shortened and free of control characters; empty for a blank line."""
    plain = "".join(character if character.isprintable() else " " for character in line).strip()
    if len(plain) > DEFAULTS.quoted_characters:
        plain = plain[: DEFAULTS.quoted_characters - 1] + "…"
    return f"The line reads: {plain}" if plain else ""


def _words(detail: str, text: str, lines: list[str], line: int, column: int) -> tuple[str, str]:
    if "A dot is expected" in detail:
        return "`.`, `;` or `,` was expected before this.", _separator(lines, line)
    if match := re.search(r"The prefix (\S*): has not been declared", detail):
        return _unknown_prefix(match.group(1), text)
    if detail.startswith("Unexpected end of file"):
        opening = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
        if opening in ("'", '"'):
            return (
                "A text in quotation marks begins here and is never closed.",
                "Close it with the quotation marks that open it.",
            )
        if opening == "<":
            return "An IRI begins here and is never closed.", "Close it with `>`."
    for fragment, problem, remedy in _REMEDIES:
        if fragment in detail:
            return problem, remedy
    return (
        f"This is not Turtle: {detail}.",
        "Correct the line, or compare it with a neighbouring one that is read.",
    )


def _separator(lines: list[str], line: int) -> str:
    for number in range(min(line - 1, len(lines)), 0, -1):
        before = lines[number - 1].strip()
        if before and not before.startswith("#"):
            return (
                f"End line {number} with `.` if a new subject follows, `;` if another property does, "
                "`,` if another value does."
            )
    return "Write `.` before a new subject, `;` before another property, `,` before another value."


def _unknown_prefix(prefix: str, text: str) -> tuple[str, str]:
    problem = f"The prefix `{prefix}:` is not declared in this file."
    near = difflib.get_close_matches(prefix, _DECLARED.findall(text), n=1)
    if near:
        return problem, f"Did you mean `{near[0]}:`? Else copy its @prefix line from ontology/prefixes.ttl."
    return problem, "Copy its @prefix line from ontology/prefixes.ttl, or add it there first."
