"""HTML read into a tree, so that tests can ask for elements instead of looking for text."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

VOID = {"meta", "link", "input", "br", "img", "hr"}


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("page")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        names = [element.tag for element in self._open]
        assert tag == names[-1], f"</{tag}> closes <{names[-1]}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        last = self._open[-1]
        if len(last):
            last[-1].tail = (last[-1].tail or "") + data
        else:
            last.text = (last.text or "") + data


def tree(html: str | bytes) -> Element:
    """Read a page; elements that are not closed as they should be are an error."""
    builder = _Builder()
    builder.feed(html.decode() if isinstance(html, bytes) else html)
    builder.close()
    return builder.root


def words(element: Element) -> str:
    """Give the text of an element, its white space made single."""
    return " ".join("".join(element.itertext()).split())


def classed(element: Element, name: str) -> list[Element]:
    """Give the elements below that have a class."""
    return [each for each in element.iter() if name in each.get("class", "").split()]
