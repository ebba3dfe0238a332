"""Which units a classifier sees: the smallest numbered unit that states a complete rule."""

from __future__ import annotations

from pipeline.structure.unit import Unit

_BLANK = " \n.:—–-[]*"
_RULES = frozenset({"subsection", "subparagraph"})
"""Kinds that state a rule directly below an article, or directly below a paragraph of a schedule."""


def judged_units(article: Unit, text: str) -> list[Unit]:
    """The article's subsections, where it has them and nothing above governs them all; else the article itself."""
    own = [child for child in article.children if not child.quotation]
    if not own or own[0].kind not in _RULES or (own[0].kind == "subparagraph" and article.kind != "paragraph"):
        return [article]
    if text[article.body : own[0].start].strip(_BLANK):
        return [article]
    return own
