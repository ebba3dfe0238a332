"""Elements of Akoma Ntoso 3.0, and of our own namespace for what a machine found."""

from __future__ import annotations

from typing import Final

from lxml import etree

from pipeline.alert.wording import clean

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS: Final = "urn:clausewatch:akn:1.0"
NAMESPACES: Final = {None: AKN, "cw": OURS}
# The hierarchy of the standard, from its schema; whatever else a law is divided into becomes an hcontainer with a name.
HIERARCHY: Final = frozenset(
    (
        "alinea", "article", "book", "chapter", "clause", "division", "indent", "level", "list", "paragraph", "part", "point", "proviso",
        "rule", "section", "subchapter", "subclause", "subdivision", "sublist", "subparagraph", "subpart", "subrule", "subsection",
        "subtitle", "title", "tome", "transitional",
    )
)  # fmt: skip


def root() -> etree._Element:
    """The outermost element, with both namespaces."""
    return etree.Element(etree.QName(AKN, "akomaNtoso"), nsmap=NAMESPACES)  # type: ignore[arg-type] # None names the default namespace


def child(parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A new last child in the standard's namespace. A trailing underscore of an attribute is dropped (`class_`)."""
    return _made(parent, etree.QName(AKN, name), text, attributes)


def ours(parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A new last child in our own namespace."""
    return _made(parent, etree.QName(OURS, name), text, attributes)


def paragraphs(parent: etree._Element, text: str, kind: str = "") -> None:
    """One `p` for each paragraph of the print, at least one, since no container may be empty."""
    found = [" ".join(paragraph.split()) for paragraph in text.split("\n")]
    for paragraph in [p for p in found if p] or [""]:
        child(parent, "p", paragraph, **({"class_": kind} if kind else {}))


def _made(parent: etree._Element, name: etree.QName, text: str, attributes: dict[str, str]) -> etree._Element:
    made = etree.SubElement(parent, name, {key.rstrip("_"): clean(value) for key, value in attributes.items()})
    made.text = clean(text) or None
    return made
