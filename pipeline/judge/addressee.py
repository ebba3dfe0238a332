"""Who is bound or empowered by a provision, and how: the subject before each modal verb.

Nouns are found by spaCy's phrase matcher over our own tokens. A modal's subject is the first party in the nearest clause before it
that names one ("Where an association applies, the Registrar shall"); of a passive without one, the party behind "by".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.judge.parties import TERMS, Addressee
from pipeline.judge.words import Words, words_of
from pipeline.span import Span

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher


class Modality(StrEnum):
    """What the rule does to its addressee."""

    MUST = "must"
    MUST_NOT = "must_not"
    """Forbidden, or punished for it."""
    MAY = "may"
    IS = "is"
    """A plain statement: "The Ministry decides", "The Board is independent"."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Who (`subject`, the words that name it) and how (`verb`, the modal words); spans into the text."""

    addressee: Addressee
    modality: Modality
    subject: Span
    verb: Span


@dataclass(frozen=True, slots=True)
class _Party:
    addressee: Addressee
    first: int
    last: int


_first = attrgetter("first")
_FAR = 80  # words between a subject and its verb, at most
_NOT = frozenset({"not", "never", "neither", "nor"})
_NO = frozenset({"no", "nobody", "neither"})
_ORDERS = {
    "required": Modality.MUST, "obliged": Modality.MUST, "bound": Modality.MUST, "to": Modality.MUST,
    "prohibited": Modality.MUST_NOT, "forbidden": Modality.MUST_NOT, "liable": Modality.MUST_NOT, "guilty": Modality.MUST_NOT,
    "punished": Modality.MUST_NOT, "punishable": Modality.MUST_NOT, "sentenced": Modality.MUST_NOT, "fined": Modality.MUST_NOT,
    "entitled": Modality.MAY, "empowered": Modality.MAY, "authorised": Modality.MAY, "authorized": Modality.MAY,
    "permitted": Modality.MAY, "free": Modality.MAY, "competent": Modality.MAY, "able": Modality.MAY,
}  # fmt: skip
_MODALS = {"shall": Modality.MUST, "must": Modality.MUST, "may": Modality.MAY, "can": Modality.MAY, "will": Modality.MUST}
_BE = frozenset({"is", "are", "be"})
_HOLDS = frozenset({"has", "have"})
_HELD = {"right": Modality.MAY, "power": Modality.MAY, "powers": Modality.MAY, "duty": Modality.MUST, "obligation": Modality.MUST}
_COMMITS = frozenset({"commits", "contravenes"})
_COMMANDS = frozenset({Modality.MUST, Modality.MAY})
_REVERSED = {Modality.MUST: Modality.MAY, Modality.MAY: Modality.MUST_NOT, Modality.MUST_NOT: Modality.MAY, Modality.IS: Modality.IS}
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUBORDINATE = frozenset(
    {
        "if",
        "where",
        "when",
        "unless",
        "being",
        "after",
        "who",
        "which",
        "having",
        "for",
        "in",
        "upon",
        "before",
        "once",
        "subject",
        "as",
        "whether",
    }
)
# The civil law states what an authority does without a modal.
_STATED_WORDS = (
    "decides refuses grants informs submits notifies registers issues keeps pays appoints files reports declares suspends dissolves orders"
    " supervises approves rejects examines inspects publishes sends establishes collects stores provides ensures bans prohibits determines"
    " withdraws cancels revokes confirms removes blocks deletes transfers presents deposits obtains adopts elects convenes bears answers"
)
_STATED = frozenset(_STATED_WORDS.split())
_BODIES = frozenset(term for term in TERMS[Addressee.ASSOCIATION] if " " not in term) - {
    "member",
    "members",
    "body",
    "bodies",
    "group",
    "groups",
}
_OFFICERS = frozenset(
    {"officer", "officers", "official", "officials", "director", "president", "secretary", "board", "committee", "chairman"}
)
_MEMBERS = frozenset({"member", "members"})
_OF = frozenset({"of", "in"})


@lru_cache(maxsize=1)
def _matcher() -> PhraseMatcher:
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415 - costs most of a second: only where something is to be read

    made = PhraseMatcher(words_of("a").doc.vocab, attr="LOWER")
    for addressee, terms in TERMS.items():
        made.add(addressee.value, [words_of(term).doc for term in terms])
    return made


def bound(text: str) -> tuple[Rule, ...]:
    """The rules of a provision's `text`, in order: one for each modal (or plain statement) whose subject is known."""
    words = words_of(text)
    lower = [text[a:b].lower() for a, b in zip(words.starts, words.ends, strict=True)]
    rules: list[Rule] = []
    parties = _parties(words, lower)
    for first, last in words.sentences():
        if _among(parties, range(first, last)):
            rules += _rules(words, lower, parties, range(first, last))
    return tuple(rules)


def _parties(words: Words, lower: Sequence[str]) -> list[_Party]:
    """The parties named, the longest term where several overlap, in order."""
    strings = words.doc.vocab.strings
    found = sorted((a, -b, strings[key]) for key, a, b in _matcher()(words.doc))
    parties: list[_Party] = []
    for first, minus, name in found:
        if not parties or first >= parties[-1].last:
            parties.append(_Party(_whose(Addressee(name), lower, first, -minus), first, -minus))
    return parties


def _among(parties: Sequence[_Party], within: range) -> Sequence[_Party]:
    """Those that begin in the range."""
    first = bisect_left(parties, within.start, key=_first)
    return parties[first : bisect_left(parties, within.stop, first, key=_first)]


def _whose(addressee: Addressee, lower: Sequence[str], first: int, last: int) -> Addressee:
    """An officer "of the association" is the association's; a member "of the Commission" the authority's."""
    behind = lower[last : last + 6]
    if lower[last - 1] in _OFFICERS and (lower[first - 1 : first] == ["its"] or _of(behind, _BODIES)):
        return Addressee.ASSOCIATION
    if lower[last - 1] in _MEMBERS and _of(behind, _AUTHORITIES):
        return Addressee.AUTHORITY
    if lower[last - 1] in _MEMBERS and _of(behind, frozenset({"public"})):
        return Addressee.INDIVIDUAL
    return addressee


_AUTHORITIES = frozenset(term for term in TERMS[Addressee.AUTHORITY] if " " not in term)


def _of(behind: Sequence[str], nouns: frozenset[str]) -> bool:
    return bool(behind) and behind[0] in _OF and any(word in nouns for word in behind[1:])


def _rules(words: Words, lower: Sequence[str], parties: list[_Party], sentence: range) -> Iterator[Rule]:
    at = since = sentence.start
    while at < sentence.stop:
        read = _modal(lower, at, sentence.stop)
        if read is None:
            at += 1
            continue
        modality, end = read
        near = max(sentence.start, at - _FAR)
        party = _subject(lower, parties, range(max(since, near), at)) or _subject(lower, parties, range(near, at))
        party = party or _agent(lower, parties, range(end, min(end + _FAR, sentence.stop)))
        if party is not None and not (modality is Modality.IS and _RELATIVE & set(lower[party.last : at])):
            modality = Modality.MUST_NOT if modality in _COMMANDS and _denied(lower, party) else modality
            yield Rule(party.addressee, modality, words.span(party.first, party.last), words.span(at, end))
        at = since = end


def _denied(lower: Sequence[str], party: _Party) -> bool:
    """Whether "no" stands before the subject: "No foreign association shall"."""
    return any(word in _NO for word in lower[max(0, party.first - 3) : party.last])


def _subject(lower: Sequence[str], parties: list[_Party], before: range) -> _Party | None:
    """The first party of the nearest clause in `before` that names one; of a subordinate clause only where no other does."""
    commas = [i + 1 for i in before if lower[i] == ","]
    clauses = [range(a, b) for a, b in zip([before.start, *commas], [*commas, before.stop], strict=True)]
    named = [(lower[clause.start] in _SUBORDINATE, found[0]) for clause in clauses if (found := _among(parties, clause))]
    main = [party for subordinate, party in named if not subordinate]
    return main[-1] if main else named[-1][1] if named else None


def _agent(lower: Sequence[str], parties: list[_Party], behind: range) -> _Party | None:
    """The party by whom a passive is done: "shall be made by the Minister"."""
    return next((p for p in _among(parties, behind) if "by" in lower[max(behind.start, p.first - 4) : p.first]), None)


def _modal(lower: Sequence[str], at: int, stop: int) -> tuple[Modality, int] | None:
    """The modality that the words from `at` say, and where they end."""
    word, behind = lower[at], lower[at + 1 : min(at + 5, stop)]
    negated = bool(behind) and behind[0] in _NOT
    if word in _MODALS:
        return (Modality.MUST_NOT, at + 2) if negated else _with_be(_MODALS[word], behind, at + 1)
    if word in _BE:
        order = next((_ORDERS[w] for w in behind[negated : negated + 1] if w in _ORDERS), Modality.IS)
        return _REVERSED[order] if negated else order, at + 1 + negated + (order is not Modality.IS)
    if word in _HOLDS:
        held = next((_HELD[w] for w in behind[:3] if w in _HELD), None)
        return (held, at + 1) if held else None
    if word in _COMMITS:
        return Modality.MUST_NOT, at + 1
    return (Modality.IS, at + 1) if word in _STATED else None


def _with_be(modality: Modality, behind: Sequence[str], end: int) -> tuple[Modality, int]:
    """What "shall be liable", "shall be entitled" make of the modal, and where the words end."""
    if behind[:1] != ["be"]:
        return modality, end
    order = _ORDERS.get(behind[1]) if len(behind) > 1 else None
    return (order, end + 2) if order is not None else (modality, end + 1)
