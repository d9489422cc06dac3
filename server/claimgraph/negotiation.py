"""Which format an answer comes in: what is offered, and what the client asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from claimgraph.answers import ResultFormat

_LONGEST, _MOST = 8192, 200
_WORD = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_RANGE = re.compile(rf"\s*({_WORD})/({_WORD})\s*$")
_PARAMETER = re.compile(rf'\s*({_WORD})\s*=\s*({_WORD}|"(?:[^"\\]|\\.)*")\s*$')
_WEIGHT = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)$")
_SPLIT = re.compile(r'((?:[^,"]|"(?:[^"\\]|\\.)*"?)*),?')
_PIECES = re.compile(r'((?:[^;"]|"(?:[^"\\]|\\.)*"?)*);?')


@dataclass(frozen=True)
class Format:
    """A format on offer: its names for ``format=``, its media type, and others that clients use for it.

    ``engine`` is what the store calls it, None for the HTML page.
    """

    names: tuple[str, ...]
    media_type: str
    aliases: tuple[str, ...] = ()
    engine: ResultFormat | None = None

    def content_type(self, media_type: str | None = None) -> str:
        """Give the Content-Type header, under the name that the client used for the format."""
        chosen = media_type if media_type in self.aliases else self.media_type
        # Without a charset, HTTP clients may read text/… as ISO 8859-1 or ASCII.
        return f"{chosen}; charset=utf-8" if str(chosen).startswith("text/") else str(chosen)


@dataclass(frozen=True)
class Choice:
    """A format that suits the client, and the media type to call it by."""

    format: Format
    media_type: str

    @property
    def content_type(self) -> str:
        """The Content-Type header of the answer."""
        return self.format.content_type(self.media_type)


HTML = Format(("html",), "text/html")
RESULTS = (
    Format(
        ("json", "srj"), "application/sparql-results+json", ("application/json",), ox.QueryResultsFormat.JSON
    ),
    Format(
        ("xml", "srx"),
        "application/sparql-results+xml",
        ("application/xml", "text/xml"),
        ox.QueryResultsFormat.XML,
    ),
    Format(("csv",), "text/csv", (), ox.QueryResultsFormat.CSV),
    Format(("tsv",), "text/tab-separated-values", (), ox.QueryResultsFormat.TSV),
)
GRAPHS = (
    # Turtle is N3 too.
    Format(
        ("turtle", "ttl", "n3"),
        "text/turtle",
        ("application/x-turtle", "application/turtle", "text/n3"),
        ox.RdfFormat.TURTLE,
    ),
    Format(("ntriples", "nt", "n-triples"), "application/n-triples", ("text/plain",), ox.RdfFormat.N_TRIPLES),
    Format(
        ("rdfxml", "rdf", "xml", "rdf/xml", "rdf+xml"),
        "application/rdf+xml",
        ("application/xml", "text/xml"),
        ox.RdfFormat.RDF_XML,
    ),
    Format(("jsonld", "json-ld", "json"), "application/ld+json", ("application/json",), ox.RdfFormat.JSON_LD),
)


@dataclass(frozen=True)
class MediaRange:
    """One element of an Accept header, with the number of its parameters that no format here has."""

    type: str
    subtype: str
    parameters: int
    weight: float

    @property
    def specificity(self) -> tuple[bool, bool, int]:
        """Order ranges as RFC 9110, section 12.5.1 does.

        Nothing on offer has parameters: a range with some is about something else, and counts only where none
        without them covers the same.
        """
        return self.type != "*", self.subtype != "*", -self.parameters

    def covers(self, media_type: str) -> bool:
        """Tell whether a media type lies in the range, parameters aside."""
        kind, _, subtype = media_type.partition("/")
        return self.type in ("*", kind) and self.subtype in ("*", subtype)


def read_accept(header: str) -> list[MediaRange]:
    """Read an Accept header (RFC 9110, section 12.5.1); elements that are none are left out.

    Only its first 8,192 characters and 200 elements count: no client means more, and reading holds up others.
    """
    found = []
    for element in islice(_SPLIT.findall(header[:_LONGEST]), _MOST):
        parts = _PIECES.findall(element)
        match = _RANGE.match(parts[0])
        if match is None or (match.group(1) == "*" and match.group(2) != "*"):
            continue
        weight, parameters, valid = 1.0, 0, True
        for part in parts[1:]:
            if not part.strip():
                continue
            parameter = _PARAMETER.match(part)
            if parameter is None:
                valid = False
            elif parameter.group(1).lower() == "q":
                valid = valid and _WEIGHT.match(parameter.group(2)) is not None
                weight = float(parameter.group(2)) if valid else 0.0
                break
            else:
                charset = parameter.group(1).lower() == "charset"
                parameters += not (charset and parameter.group(2).strip('"').lower() == "utf-8")
        if valid:
            found.append(MediaRange(match.group(1).lower(), match.group(2).lower(), parameters, weight))
    return found


def choose(header: str | None, offered: Sequence[Format]) -> Choice | None:
    """Choose the offered format that an Accept header likes best; None if it accepts none of them.

    Without a header, or with an empty one, the first format on offer is meant. Of equally liked ones the more
    narrowly named wins, then the earlier in the header, then the earlier on offer.
    """
    if header is None or not header.strip():
        return Choice(offered[0], offered[0].media_type)
    ranges = read_accept(header)
    best: tuple[tuple[float, tuple[bool, bool], int, int], Choice] | None = None
    for order, candidate in enumerate(offered):
        for media_type in (candidate.media_type, *candidate.aliases):
            covering = [
                (entry.specificity, -index, entry)
                for index, entry in enumerate(ranges)
                if entry.covers(media_type)
            ]
            if not covering:
                continue
            specificity, earliness, entry = max(covering, key=lambda item: item[:2])
            if entry.weight == 0 or (media_type != candidate.media_type and specificity[:2] != (True, True)):
                continue
            score = (entry.weight, specificity[:2], earliness, -order)
            if best is None or score > best[0]:
                best = score, Choice(candidate, media_type)
    return best[1] if best else None


def named(name: str, offered: Iterable[Format]) -> Choice | None:
    """Find an offered format by the value of ``format=``: one of its names, or of its media types.

    A space stands for a plus sign, which many write into a URL as it is.
    """
    wanted = name.strip(" ").lower().replace(" ", "+")
    for candidate in offered:
        if wanted in candidate.names or wanted in (candidate.media_type, *candidate.aliases):
            return Choice(candidate, wanted if wanted in candidate.aliases else candidate.media_type)
    return None


def takes_gzip(header: str) -> bool:
    """Tell whether an Accept-Encoding header likes gzip at least as well as no encoding.

    Of RFC 9110, section 12.5.3, as much as matters where gzip and nothing are on offer.
    """
    if not header:
        return False
    weights: dict[str, float] = {}
    for element in header.lower().split(","):
        coding, *parameters = (part.strip() for part in element.split(";"))
        name, _, weight = parameters[0].partition("=") if parameters else ("q", "=", "1")
        valid = name.strip() == "q" and _WEIGHT.match(weight.strip()) is not None
        weights[coding] = float(weight) if valid else 0.0
    wanted = weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0)))
    return wanted > 0 and wanted >= weights.get("identity", 0.0)
