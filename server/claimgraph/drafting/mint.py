"""A new thing with the name that the rules give it, as a block in the right place of the right file."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date

import pyoxigraph
from rdflib import URIRef
from rdflib.term import Node

from claimgraph.drafting import blocks, files, naming, placing
from claimgraph.drafting.kinds import Kind, kind_named, needed
from claimgraph.errors import TurtleError, UsageError
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, RDF, RDFS, compact
from claimgraph.textfile import read_text

# Set before a name, and no part of it (DECISIONS.md, 1).
_BEFORE = {
    "Person": re.compile(r"^(?:(?:mr|mrs|ms|dr|prof|sir|gen|col|president|minister)\.? )+", re.IGNORECASE),
    "Place": re.compile(
        r"^(?:the )?(?:(?:city|town|village|republic|region|province|state) of )?", re.IGNORECASE
    ),
}
_ARTICLE = re.compile(r"^the ", re.IGNORECASE)


@dataclass(frozen=True)
class Wish:
    """What a person asks for: kind and label, and as far as the kind needs it, what its name is made of."""

    kind: str
    label: str
    name: str | None = None
    article: str | None = None
    sentence: int | None = None
    place: str | None = None
    reported: str | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Minted:
    """What was written: the name, its file, line and block, what is still needed, and what is near."""

    name: str
    file: str
    line: int
    block: str
    needed: tuple[str, ...]
    near: tuple[str, ...]


def mint(loaded: Loaded, wish: Wish) -> Minted:
    """Write the block of a new thing.

    Raises UsageError, and writes nothing, if its name or its place is not plain, or it is described already.
    """
    if not wish.label.strip():
        raise UsageError("A label has at least one word. Give it after the kind, in quotation marks.")
    kind = kind_named(loaded, wish.kind)
    key, file = _article(loaded, wish, kind) if kind.file is None else ("", kind.file)
    name = f"{kind.prefix}:{_local(loaded, wish, kind, key)}"
    _refuse_taken(loaded, wish, kind, name)
    block = blocks.written(name, compact(kind.term, loaded.prefixes), _values(wish, kind))
    path = loaded.directory.root / file
    old = read_text(path, file, TurtleError)
    new, line = placing.insert(old, block, kind.section, loaded.prefixes)
    try:
        list(
            pyoxigraph.parse(
                new.encode(), pyoxigraph.RdfFormat.TURTLE, base_iri="https://w3id.org/claimgraph/"
            )
        )
    except SyntaxError as error:
        raise UsageError(
            f"What is given with --with is not Turtle: {error.msg}. "
            "Write a property and its values, such as --with 'cg:claimant actor:mira-oss'."
        ) from None
    files.replace(path, file, new)
    lacking = [each for each in needed(loaded, kind) if not re.search(rf"(?m)^    {re.escape(each)} ", block)]
    return Minted(name, file, line, block, tuple(lacking), tuple(_near(loaded, wish, kind)))


def _article(loaded: Loaded, wish: Wish, kind: Kind) -> tuple[str, str]:
    data = loaded.data()
    found: dict[str, Node] = {str(key): node for node, key in data.subject_objects(CG.articleKey)}
    if wish.article is None:
        raise UsageError(
            f"A {kind.words} stands in the file of an article. Name it with --article; "
            f"known: {', '.join(sorted(found)) or 'none'}."
        )
    key = wish.article.removeprefix("article:")
    place = loaded.positions.subject(found[key]) if key in found else None
    if place is None:
        raise UsageError(
            f"--article {wish.article}: no article has this key. Known: {', '.join(sorted(found)) or 'none'}."
        )
    return key, place.file


def _local(loaded: Loaded, wish: Wish, kind: Kind, key: str) -> str:
    if wish.name is not None:
        if not naming.SLUG.fullmatch(wish.name):
            raise UsageError(f"--name {wish.name}: a name is lower-case letters, digits and single hyphens.")
        return wish.name
    if kind.family == "Event":
        return _event(loaded, wish)
    if kind.family in ("Claim", "Utterance"):
        return _numbered(loaded, wish, kind, key)
    words = (
        _BEFORE[kind.family if kind.family == "Place" else "Person"].sub("", wish.label)
        if (kind.words in ("place", "person"))
        else _ARTICLE.sub("", wish.label)
    )
    made = naming.slug(words or wish.label)
    if kind.family == "Figure":
        return f"{key}-{_sentence(loaded, wish, key)}-{made}"
    return f"{key}-{made}" if kind.family in ("NameUse", "TermUse") else made


def _event(loaded: Loaded, wish: Wish) -> str:
    if wish.place is None or wish.reported is None:
        raise UsageError(
            "An event is named by its place and the date of the first report: give --place place:NAME and "
            "--reported YYYY-MM-DD. Where the matter has neither, give --name."
        )
    prefix, _, local = wish.place.partition(":")
    place = URIRef(loaded.prefixes.get(prefix, f"{prefix}:") + local)
    if (place, RDF.type, CG.Place) not in loaded.data():
        raise UsageError(f"--place {wish.place}: the graph has no such place. First: claimgraph mint place.")
    try:
        day = date.fromisoformat(wish.reported)
    except ValueError:
        raise UsageError(f"--reported {wish.reported}: this is no date. Write it as 2021-03-02.") from None
    return f"{local}-reported-{day.isoformat()}"


def _sentence(loaded: Loaded, wish: Wish, key: str) -> int:
    sentence = URIRef(f"{loaded.prefixes.get('sentence', '')}{key}-{wish.sentence}")
    if wish.sentence is None or (sentence, RDF.type, CG.Sentence) not in loaded.data():
        raise UsageError(f"Say with --sentence NUMBER in which sentence of article:{key} it stands.")
    return wish.sentence


def _numbered(loaded: Loaded, wish: Wish, kind: Kind, key: str) -> str:
    local = f"{key}-{_sentence(loaded, wish, key)}"
    stem = f"{loaded.prefixes.get(kind.prefix, '')}{local}"
    taken = {str(each) for each in loaded.data().subjects(RDF.type, kind.term)}
    if kind.family == "Utterance" and stem not in taken:
        return local
    numbers = [int(m[1]) for each in taken if (m := re.fullmatch(rf"{re.escape(stem)}-(\d+)", each))]
    first = 2 if kind.family == "Utterance" else 1
    return f"{local}-{max(numbers, default=first - 1) + 1}"


def _refuse_taken(loaded: Loaded, wish: Wish, kind: Kind, name: str) -> None:
    prefix, _, local = name.partition(":")
    place = loaded.positions.subject(URIRef(loaded.prefixes.get(prefix, f"{prefix}:") + local))
    if place:
        raise UsageError(
            f"{name} is described already, in {place.file}, line {place.line}. "
            "Use it, or, if another is meant, choose another name with --name."
        )
    if wish.name is None:
        for known, label in _labels(loaded, kind):
            if label.casefold() == " ".join(wish.label.split()).casefold():
                raise UsageError(
                    f"{known} has this label already. Use it, or, if another is meant, give --name and a "
                    "label that tells the two apart."
                )


def _values(wish: Wish, kind: Kind) -> list[tuple[str, str]]:
    words = " ".join(wish.label.split())
    first = (
        ("cg:form", blocks.text(words))
        if kind.family in ("NameUse", "TermUse")
        else ("rdfs:label", blocks.text(words, "en"))
    )
    values = [first] if kind.family != "Figure" else []
    if kind.family == "Event" and wish.place is not None:
        values.append(("cg:topicPlace", wish.place))
    for given in wish.values:
        predicate, _, rest = " ".join(given.split()).partition(" ")
        if not rest or rest.rstrip().endswith((";", ".")) or "\n" in given:
            raise UsageError(
                f"--with '{given}': write a property and its values, without ; or . at the end, such as "
                "'cg:claimant actor:mira-oss'."
            )
        values.append((predicate, rest))
    if not values:
        raise UsageError(
            "A figure has no label: say what it is with --with 'cg:qualifier cg:Dozens' and so on."
        )
    return values


def _labels(loaded: Loaded, kind: Kind) -> list[tuple[str, str]]:
    data = loaded.data()
    known = {
        each
        for term in {kind.term, *loaded.ontology().transitive_subjects(RDFS.subClassOf, CG[kind.family])}
        for each in data.subjects(RDF.type, term)
    }
    return [
        (compact(each, loaded.prefixes), str(label))
        for each in sorted(known, key=str)
        for label in data.objects(each, RDFS.label)
    ]


def _near(loaded: Loaded, wish: Wish, kind: Kind) -> list[str]:
    labels = {label: name for name, label in _labels(loaded, kind)}
    close = difflib.get_close_matches(wish.label, labels, n=3, cutoff=0.75)
    return [f"{labels[label]} “{label}”" for label in close]
