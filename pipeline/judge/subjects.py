"""Who is bound: the subject of the duty around a place in a text."""

from __future__ import annotations

import re
from enum import StrEnum

# Takes a mark that ends a clause and a line's end before a new paragraph; leaves a line's end within a sentence.
SENTENCE_END = re.compile(r"[.;:](?=\s)|\n(?=\s?(?:\(|\d|[A-Z]))")
_DUTY = re.compile(r"\b(?:shall|must|may|is to|are to|is obliged to|has to|will)\b", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"\b(?:registrar|minister|ministry|commissioner|commission|director|directorate|authority|board|council|agency|bureau|"
    r"secretary|governor|president|cabinet|inspector|superintendent|government"
    r"|department|administrator|controller|collector|mayor|prefect|police|officer|committee|magistrate|court|judge|"
    r"prosecutor|tribunal|administration|attorney[- ]general)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:associations?|societ(?:y|ies)|organi[sz]ations?|persons?|applicants?|members?|founders?|organi[sz]ers?|"
    r"conveners?|publishers?|editors?|printers?|keepers?|licensees?|providers?|donors?|foundations?|unions?|ngos?"
    r"|citizens?|individuals?|companies|company|journalists?|owners?|subscribers?|recipients?|bod(?:y|ies)|operators?|"
    r"intermediar(?:y|ies)|whoever|anyone|participants?|promoters?|officers? of the (?:association|society)|trustees?)\b",
    re.IGNORECASE,
)

_COURT = re.compile(r"\b(?:courts?|judges?|tribunals?|bench|(?<!district )(?<!executive )magistrates?)\b", re.IGNORECASE)


class Party(StrEnum):
    """Who a clause may speak of."""

    AUTHORITY = "authority"
    COURT = "court"
    PEOPLE = "people"


def sentence_before(text: str, at: int, most: int = 300) -> str:
    """The words of the sentence that stand before the offset `at`, `most` characters at most."""
    before = text[max(0, at - most) : at]
    stops = list(SENTENCE_END.finditer(before))
    return before[stops[-1].end() :] if stops else before


def sentence_behind(text: str, at: int, most: int = 160) -> str:
    """The words of the sentence from the offset `at` on, `most` characters at most."""
    behind = text[at : at + most]
    stop = SENTENCE_END.search(behind)
    return behind[: stop.start()] if stop else behind


def nearest_party(words: str) -> Party | None:
    """The last one named in `words`: in "the person, if the court" the court."""
    kinds = ((_COURT, Party.COURT), (_AUTHORITY, Party.AUTHORITY), (_PEOPLE, Party.PEOPLE))
    named = [(m.end(), party) for pattern, party in kinds for m in pattern.finditer(words)]
    return min(named, key=lambda found: -found[0], default=(0, None))[1]


def binds_authority(text: str, at: int) -> bool:
    """Whether the duty in which the offset `at` stands is an authority's: its subject is the first noun of either sort in the
    nearest clause before the duty's verb ("Where an association applies, the Registrar shall, within ten days"), or before the
    place itself where no verb stands before it. A passive duty ("shall be submitted to the Minister") is taken by its subject too.
    """
    sentence = sentence_before(text, at)
    duties = list(_DUTY.finditer(sentence))
    subject = sentence[: duties[-1].start()] if duties else sentence
    for clause in reversed(subject.split(",")):
        authority, people = _AUTHORITY.search(clause), _PEOPLE.search(clause)
        if authority or people:
            return people is None or (authority is not None and authority.start() < people.start())
    return False
