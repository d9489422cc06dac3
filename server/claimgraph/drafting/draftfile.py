"""A draft as a Turtle file, with suggestions as comments that no reader of Turtle takes for statements.

They begin with :data:`claimgraph.drafts.MARK`, which claimgraph check reports until they are gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimgraph.drafting import blocks
from claimgraph.drafting.draft import Draft, DraftSentence, parts
from claimgraph.drafting.parts import Part
from claimgraph.drafting.suggestions import Suggestion
from claimgraph.drafts import MARK
from claimgraph.namespaces import compact
from claimgraph.settings import GUIDELINE

_PREFIXES = [
    "activity",
    "actor",
    "article",
    "cg",
    "claim",
    "contribution",
    "date",
    "dcterms",
    "encoder",
    "event",
    "figure",
    "media",
    "name",
    "oa",
    "office",
    "passage",
    "place",
    "proposition",
    "rdfs",
    "relation",
    "schema",
    "selector",
    "sentence",
    "skos",
    "term",
    "utterance",
    "voice",
    "xsd",
]
_SECTIONS = (
    "Utterances",
    "Claims, in the order of the sentences",
    "Propositions",
    "Figures",
    "Relations between claims",
    "Names and loaded terms",
)
_SPEAKING: Mapping[Part, str] = {"Headline": "headline", "Caption": "caption", "Body": "body"}
# Names in a dateline are used by somebody, too.
_VOICES: Mapping[Part, str] = {**_SPEAKING, "Dateline": "dateline"}
_METADATA: Mapping[Part, str] = {
    "DateStamp": "a date: describe it (cg:DateStatement)",
    "Credit": "a credit: describe who is named (cg:Contribution)",
    "Dateline": "a dateline: state cg:dateline and cg:agency, and describe the names (cg:NameUse)",
    "Contributor": "a contributor line: describe who is named (cg:Contribution)",
}


def as_turtle(draft: Draft, prefixes: Mapping[str, str]) -> str:
    """Write a draft as a file in which each line of the mark is to be worked off."""
    return "\n".join(_file(draft, dict(prefixes)))


def _file(draft: Draft, prefixes: dict[str, str]) -> Iterator[str]:
    given = draft.given
    yield blocks.header(prefixes, _PREFIXES)
    yield (
        f"# {' '.join(given.label.split())}. "
        "Spans are in code points of the text file whose digest is given; the text itself is not here.\n"
        f"{MARK} not finished. Work through the sentences, encode what each says, and take away\n"
        f"{MARK} each line that begins like this one once it is encoded, or not wanted.\n"
    )
    yield "# The article\n"
    yield _article(draft, prefixes)
    if given.published:
        yield _publication(draft)
    yield "# Its voices\n"
    for part in parts(draft.sentences):
        if part in _VOICES:
            yield blocks.written(
                f"voice:{given.key}-{_VOICES[part]}",
                "cg:Voice",
                [
                    ("rdfs:label", blocks.text(f"The {_VOICES[part]} of: {given.label}", "en")),
                    ("cg:voiceOf", f"article:{given.key}"),
                    ("cg:voicePart", f"cg:{part}Part"),
                ],
            )
    yield "# Encoding and review\n"
    yield f"{MARK} say in cg:scopeOfEncoding what you have encoded\n" + blocks.written(
        f"activity:{given.key}-encoding",
        "cg:Encoding",
        [
            ("rdfs:label", blocks.text(f"Encoding of: {given.label}", "en")),
            ("cg:encodes", f"article:{given.key}"),
            ("cg:carriedOutBy", compact(given.encoder, prefixes)),
            ("cg:date", f'"{given.encoded.isoformat()}"^^xsd:date'),
            ("cg:guidelineVersion", blocks.text(GUIDELINE)),
            ("cg:scopeOfEncoding", blocks.text("The sentences only.", "en")),
        ],
    )
    for section in _SECTIONS:
        yield f"# {section}\n"
    yield "# The sentence table\n"
    for sentence in draft.sentences:
        yield from _sentence(given.key, sentence, prefixes)
    yield "# Passages\n"


def _article(draft: Draft, prefixes: Mapping[str, str]) -> str:
    given = draft.given
    values = [
        ("rdfs:label", blocks.text(given.label, "en")),
        ("cg:articleKey", blocks.text(given.key)),
        ("schema:inLanguage", blocks.text(given.language)),
    ]
    if given.outlet is not None:
        outlet = compact(given.outlet, prefixes)
        values.append(
            ("cg:agency", outlet)
            if draft.outlet_named
            # What an article does not state is no statement about its origin.
            else (
                "skos:editorialNote",
                blocks.text(f"Said to be of {outlet}; the text does not name it.", "en"),
            )
        )
    if given.dateline is not None:
        values.append(("cg:dateline", compact(given.dateline, prefixes)))
    if given.url is not None:
        values.append(("dcterms:source", f"<{given.url}>"))
    values += [("cg:textLength", str(draft.length)), ("cg:textSha256", blocks.text(draft.sha256))]
    return blocks.written(f"article:{given.key}", "cg:Article", values)


def _publication(draft: Draft) -> str:
    given = draft.given
    values = [
        ("cg:dates", f"article:{given.key}"),
        ("cg:date", f'"{given.published}"^^xsd:date'),
        ("cg:dateKind", "cg:PublicationDate"),
        ("cg:basis", "cg:Inferred"),
        ("skos:note", blocks.text("Given when the article was drafted, not taken from its text.", "en")),
    ]
    if given.url is not None:
        values.append(("dcterms:source", f"<{given.url}>"))
    return blocks.written(f"date:{given.key}-publication", "cg:DateStatement", values)


def _sentence(key: str, sentence: DraftSentence, prefixes: Mapping[str, str]) -> Iterator[str]:
    local = f"{key}-{sentence.number}"
    notes = [] if sentence.part == "Separator" else [f"{MARK} {_wanted(sentence)}"]
    notes += [f"{MARK}   {described(each, prefixes)}" for each in sentence.suggestions]
    values = [
        ("oa:hasSource", f"article:{key}"),
        ("oa:hasSelector", f"selector:{local}"),
        ("cg:sentenceNumber", str(sentence.number)),
        ("cg:part", f"cg:{sentence.part}Part"),
    ]
    if sentence.part == "Separator":
        values.append(("cg:coverageExcuse", "cg:NoWords"))
    elif sentence.part in _METADATA:
        # claimgraph verify --coverage holds that what it says is then encoded as metadata.
        values.append(("cg:coverageExcuse", "cg:MetadataOnly"))
    values.append(("cg:sha256", blocks.text(sentence.sha256)))
    yield "".join(f"{note}\n" for note in notes) + blocks.written(f"sentence:{local}", "cg:Sentence", values)
    yield blocks.written(
        f"selector:{local}",
        "oa:TextPositionSelector",
        [("oa:start", str(sentence.stretch.start)), ("oa:end", str(sentence.stretch.end))],
    )


def _wanted(sentence: DraftSentence) -> str:
    number = f"sentence {sentence.number}"
    if sentence.part in _METADATA:
        return f"{number}, excused as {_METADATA[sentence.part]}"
    return f"{number}, {_SPEAKING[sentence.part]}: encode what it says as claims"


def described(suggestion: Suggestion, prefixes: Mapping[str, str]) -> str:
    """Say in one line what was found where, and what it may be."""
    start, end = suggestion.stretch
    found = f"{start}-{end} “{suggestion.form}”"
    terms = " or ".join(compact(term, prefixes) for term in suggestion.terms)
    if suggestion.kind == "figure":
        values = [*suggestion.values, ("cg:qualifier", terms)]
        return f"{found}: {' ; '.join(f'{name} {value}' for name, value in values)}"
    if suggestion.kind == "speech act":
        return f"{found}: perhaps cg:speechAct {terms}"
    return f"{found}: perhaps {terms}" if terms else f"{found}: a date"
