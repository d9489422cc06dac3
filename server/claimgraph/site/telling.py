"""The small pieces of which pages of accounts consist, written as HTML.

A page has hundreds of them; macros of a template would take several times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox
from markupsafe import Markup, escape

from claimgraph.site.accounts import Account, Accounts
from claimgraph.site.matters import Entry, Statement
from claimgraph.site.reader import cg
from claimgraph.site.references import Reference
from claimgraph.site.writing import Writing

_AFFIRMS, _BODY = cg("affirms"), cg("BodyPart")


class Telling:
    """Writes pieces of accounts for one page; ``here`` gives the places of claims on the page itself."""

    def __init__(self, writing: Writing, accounts: Accounts, here: Mapping[ox.NamedNode, str]) -> None:
        self._w = writing
        self._accounts = accounts
        self._here = here

    def names(self, nodes: Sequence[ox.NamedNode], last: str = " and ") -> Markup:
        """Write nodes as links in a row."""
        return _joined([self._w.link(each) for each in nodes], last)

    def sentence(self, reference: Reference) -> Markup:
        """Write the sentence of a reference as a short link: ``a 16``."""
        words = f"{reference.key or self._w.name(reference.article)} {reference.number}"
        return Markup(f'<span class="where">{self._w.link(reference.sentence, words)}</span>')  # noqa: S704

    def places(self, references: Iterable[Reference]) -> Markup:
        """Write references whole: article, sentence, and the characters of each passage."""
        found: list[str] = []
        before = None
        for each in references:
            if each.sentence != before:
                article = self._w.link(each.article, f"article {each.key}" if each.key else None)
                part = f" ({escape(self._w.name(each.part))})" if each.part and each.part != _BODY else ""
                sentence = self._w.link(each.sentence, f"sentence {each.number}")
                found.append(f"{'; ' if found else ''}{article}, {sentence}{part}, characters ")
            else:
                found.append(", ")
            found.append(self._w.link(each.passage, f"{each.start}–{each.end}"))
            before = each.sentence
        return Markup("".join(found))  # noqa: S704

    def ref(self, account: Account) -> Markup:
        """Write who gives an account, as a link to it, with its first sentence."""
        words = _joined(
            [escape(self._w.name(each)) for each in account.speakers], " or " if account.open else " and "
        )
        return self._to(account, words)

    def label(self, claim: ox.NamedNode) -> Markup:
        """Write what a claim is called, as a link to it, with its first sentence."""
        return self._to(self._accounts.of(claim), escape(self._w.name(claim)))

    def for_party(self, account: Account) -> Markup:
        """Write for whom an account is given in the end, if for others than its speakers."""
        others = [each for each in account.parties if each not in account.speakers]
        return Markup(" for ") + self.names(others) if others else Markup("")

    def nested(self, statement: Statement, why: Markup | str = "") -> Markup:
        """Write a statement with those that it contains below it."""
        parts = "".join(
            f'<li><span class="role">{escape(self._w.name(role))}:</span> {self.nested(part)}</li>\n'
            for role, part in statement.parts
        )
        below = f'\n<ul class="nested">\n{parts}</ul>' if parts else ""
        return Markup(f"{self._w.link(statement.node)} {escape(why)}{below}")  # noqa: S704

    def badges(self, account: Account) -> Markup:
        """Write what has to be seen at a glance: an admission, an open speaker, a modality."""
        found = ['<strong class="badge">⚑ admission</strong>'] if account.admits else []
        words = ["speaker open"] if account.open else []
        words += [self._w.name(each) for each in account.modalities]
        found += [f'<span class="badge">{escape(each)}</span>' for each in words]
        return Markup("".join(f" {each}" for each in found))  # noqa: S704

    def entry(self, entry: Entry) -> Markup:
        """Write an account in a column, with what it denies instead and misses, or what it tells of."""
        account, why = entry.account, self._w.why(entry.account.claim, entry.predicate, entry.value)
        lines = [f"{self.ref(account)}{self.for_party(account)} {why}{self.badges(account)}"]
        if entry.through:
            how = "By own account" if entry.own else "According to this account"
            stance = "" if entry.predicate == _AFFIRMS else f" ({escape(self._w.name(entry.predicate))})"
            lines.append(f"{how}{stance}: {self._w.link(entry.through.node)}")
        lines += [f"Denies instead: {self._w.link(denied)}" for denied in entry.instead]
        if entry.missed:
            missed = [
                f"{self.ref(each)} {self._w.why(account.claim, entry.predicate, each.claim)}"
                for each in entry.missed
            ]
            lines.append(f"Misses what is said by {', '.join(missed)}")
        paragraphs = "".join(f"<p>{line}</p>\n" for line in lines)
        return Markup(f"<li>\n{paragraphs}</li>")  # noqa: S704

    def _to(self, account: Account, words: Markup) -> Markup:
        place = self._here.get(account.claim)
        address = f"#{place}" if place else self._w.to(account.claim)
        link = f'<a href="{escape(address)}">{words}</a>'
        if account.references:
            link += f" {self.sentence(account.references[0])}"
        return Markup(link)  # noqa: S704


def _joined(written: Sequence[Markup], last: str) -> Markup:
    if len(written) < 2:
        return written[0] if written else Markup("")
    return Markup(", ").join(written[:-1]) + last + written[-1]
