"""Word's XML: parsed without entities, and read by local names."""

from __future__ import annotations

import lxml.etree
from lxml.etree import _Element as Element

from pipeline.errors import DamagedFile

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})


def parse(data: bytes, what: str) -> Element:
    """The root of a part. Entities are never resolved and the network never asked. Raises DamagedFile."""
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.etree.fromstring(data.replace(_STRICT, _USUAL), parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(f"{what} of the Word file is broken: {error}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise DamagedFile(f"{what} of the Word file declares entities, which Word never does")
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace, "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, name: str = "val") -> str:
    """An attribute in Word's namespace, "" without one or without an element."""
    return "" if element is None else element.get(W + name) or ""


def child_value(element: Element | None, path: str, name: str = "val") -> str:
    """The attribute of the element at a path such as `pPr/jc`, "" where anything is missing."""
    return "" if element is None else value(element.find("/".join(W + step for step in path.split("/"))), name)


def flag(element: Element | None, name: str) -> bool | None:
    """A switch such as `b` below properties: on, off, or None where it is not set."""
    found = None if element is None else element.find(W + name)
    return None if found is None else value(found).lower() not in _OFF


def whole(written: str, otherwise: int = 0) -> int:
    """An attribute as a whole number; twentieths of a point may be written 12.0."""
    try:
        return int(float(written))
    except (ValueError, OverflowError):
        return otherwise
