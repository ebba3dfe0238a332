"""A law within a document, and its numbered units."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.errors import Problem
from pipeline.span import Span


class Matter(StrEnum):
    """What a stretch of a law's print is, other than its operative body. None of it is classified."""

    COVER = "cover"
    CONTENTS = "contents"
    LONG_TITLE = "long_title"
    PREAMBLE = "preamble"
    ENACTING = "enacting"
    OBJECTS_AND_REASONS = "objects_and_reasons"
    MEMORANDUM = "memorandum"
    REPRINT = "reprint"
    """Existing law reprinted for reference."""
    SIGNATURE = "signature"
    FOOTNOTE = "footnote"
    NOTICE = "notice"
    OTHER_LANGUAGE = "other_language"
    """The same law in another language, printed beside."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A non-operative stretch and what it is."""

    matter: Matter
    span: Span


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an amending clause does: to which provision of which law, as the text says it.

    `action` is insert, substitute, repeal or amend; `law` and `target` are as printed ("the Societies Act", "section
    12"), empty when the clause does not say. The target of quoted text is the place that the text itself takes.
    """

    action: str
    law: str
    target: str


@dataclass(frozen=True, slots=True)
class Provision:
    """Any numbered unit of the operative text.

    `eid` is its Akoma Ntoso eId, unique in its law. `kind` is the Akoma Ntoso element name (part, chapter, section,
    article, subsection, paragraph, ...). `number` is as printed without closing punctuation ("12A", "(2)", "XIV");
    `heading` as printed, "" without one. `parents` are number and heading of the units above the article, outermost
    first ("Part II Registration"). `span` is the whole unit with all that is below it, its heading included. `article`
    is the eId of the unit that a lawyer cites (itself for an article, "" above articles) and `citation` that unit's
    number ("12A"). `lead_in` is the span of the words above that govern the unit ("A person shall not—"). `judged`
    marks the units that a classifier sees: the smallest numbered unit that states a complete rule. `amends` is set on
    an amending clause and on every provision quoted under it; `quoted` marks the latter. `above` is the eId of the
    unit directly above, "" at the top. Of new text that is less than a section (a subsection put into section 4),
    `citation` is the number of that section ("4"). `quotes` are the stretches of an amending clause whose new text
    has provisions of its own.
    """

    eid: str
    kind: str
    number: str
    heading: str
    span: Span
    parents: tuple[str, ...] = ()
    article: str = ""
    citation: str = ""
    lead_in: Span | None = None
    judged: bool = False
    amends: Amendment | None = None
    quoted: bool = False
    above: str = ""
    quotes: tuple[Span, ...] = ()

    def words(self, text: str) -> str:
        """The unit's own words in the document's `text`: its print, with blanks where new text has provisions of its own.

        Offsets are those of the print; blanks at its end are left out.
        """
        whole = self.span.of(text)
        for quote in self.quotes:
            start, end = max(quote.start - self.span.start, 0), max(quote.end - self.span.start, 0)
            whole = whole[:start] + " " * len(whole[start:end]) + whole[end:]
        return whole.rstrip() if self.quotes else whole

    def __post_init__(self) -> None:
        if not self.eid or not self.kind:
            raise ValueError(f"a provision needs an eId and a kind: {self}")


_ATTACHED = frozenset({"schedule", "annex", "appendix", "attachment"})


@dataclass(frozen=True, slots=True)
class Law:
    """One law of a document: what a result is given for.

    `span` is the whole print of the law within the document's text. `provisions` stand in the order of the text, a
    unit before those below it. `title` is the short title where there is one ("Societies Bill, 2024"). `kind` is act,
    bill, regulation, order, decree, constitution or unknown.
    """

    title: str
    kind: str
    span: Span
    provisions: tuple[Provision, ...]
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def articles(self) -> tuple[Provision, ...]:
        """The law's own articles: neither those that it quotes into another law, nor the paragraphs of its schedules, unless it
        has no others.
        """
        own = tuple(p for p in self.provisions if p.eid == p.article and not p.quoted)
        attached: set[str] = set()
        for provision in self.provisions:  # a unit stands before those below it
            if provision.kind in _ATTACHED or provision.above in attached:
                attached.add(provision.eid)
        return tuple(p for p in own if p.eid not in attached) or own

    def __post_init__(self) -> None:
        eids = {p.eid for p in self.provisions}
        if len(eids) != len(self.provisions):
            raise ValueError("eIds are not unique")
