"""Laws of our own making for the printer, so that the round trip is tested without the labelled laws beside the project."""

from __future__ import annotations

from random import Random

from tests.law_printer_blocks import Article
from tests.law_printer_sources import SourceLaw

_TITLES = (
    "Harbour Lights and Pilots Act, 2011",
    "Associations and Clubs (Entry in the Roll) Bill",
    "Public Assemblies (Routes and Hours) Ordinance, 1987",
    "Seed Potato Certification Act",
    "Broadcast Relay Stations Regulations, 2019",
    "Cottage Hospitals (Boards of Visitors) Act, 1963",
)
_PARTS = ("PRELIMINARY", "THE COUNCIL", "ENTRY IN THE ROLL", "ACCOUNTS AND REPORTS", "INSPECTION", "OFFENCES AND PENALTIES", "GENERAL")
_HEADINGS = (
    "Short title and commencement",
    "Meaning of words",
    "Establishment of the Council",
    "Duties of the keeper of the roll",
    "Application for entry",
    "Refusal of entry and reasons to be given",
    "Appeal to the District Court",
    "Annual return of members, accounts and premises",
    "Power to enter and to ask for papers",
    "Persons who may not hold office",
    "Offences by bodies corporate",
    "Penalty where none is provided",
    "Fees",
    "Rules that the Minister may make",
    "Notice, service and proof of documents",
    "Repeal and saving",
)
_WHO = (
    "The keeper of the roll",
    "A body entered in the roll",
    "The Council",
    "The Minister",
    "An inspector",
    "Every person who holds office in a body",
    "The clerk of the {place} district",
    "A member who lives in the {place} district",
)
_MUST = (
    "shall keep at the {place} office a book in which each {thing} and each payment is written down within {days} days",
    "may, by notice in writing of not less than {days} days, ask for any {thing} that section {n} requires to be kept",
    "shall not be bound by a {thing} made before the day on which section {n} comes into operation",
    "shall give reasons in writing within {days} days after a {thing} under subsection (1) is received at {place}",
    "must hand over each {thing}, the seal and the remaining moneys to the person who follows in the office",
    "may delegate a duty under this Part to an officer at {place}, but not the duty to hear an objection to a {thing}",
    "shall publish, before the end of {month} in each year, every {thing} that was entered, renewed or struck off",
    "may set aside up to {days} crowns a {month} for the upkeep of the {place} wharf, on proof of each {thing}",
)
_WHERE = (
    "has not paid the fee of {days} crowns for a {thing} at {place}",
    "has changed its name, its {thing} or its place of business in {place} without notice",
    "was entered in {month} by reason of a mistaken or false {thing}",
    "has held no general meeting since {month} of the year before last",
    "is wound up, merged with a body at {place} or divided into {days} parts",
)
_PLACES = (
    "Brindle",
    "Oxmouth",
    "Carrowby",
    "Tarn",
    "Selwick",
    "Haldane",
    "Nether Quay",
    "Port Amity",
    "Wexcombe",
    "Ruskin Head",
    "Morfa",
    "Ilvane",
)
_THINGS = (
    "lease",
    "minute",
    "receipt",
    "list of members",
    "licence",
    "plan of works",
    "contract",
    "by-law",
    "return",
    "balance sheet",
    "complaint",
    "deed",
)
_MONTHS = ("January", "February", "March", "April", "June", "August", "September", "November")


def invented_laws() -> tuple[SourceLaw, ...]:
    """Six laws of ten to forty articles, always the same."""
    return tuple(_law(title, i) for i, title in enumerate(_TITLES))


def _law(title: str, seed: int) -> SourceLaw:
    dice = Random(f"invented/{seed}")
    numbers = _numbers(dice, dice.randint(10, 40))
    parts = sorted(dice.sample(range(len(_PARTS)), dice.randint(2, 5)))
    articles = tuple(
        Article(number, dice.choice(_HEADINGS), _part(i, len(numbers), parts) if seed % 2 else "", _text(dice, len(numbers)))
        for i, number in enumerate(numbers)
    )
    return SourceLaw(f"invented-{seed + 1}", title, articles, 0)


def _numbers(dice: Random, count: int) -> list[str]:
    """1, 2, 3 ... with an inserted 7A now and then, and a gap where a section was repealed."""
    numbers: list[str] = []
    for n in range(1, count + 1):
        if dice.random() > 0.04 or n == 1:
            numbers.append(str(n))
        if dice.random() < 0.06:
            numbers.append(f"{n}A")
    return numbers


def _part(index: int, count: int, parts: list[int]) -> str:
    at = min(index * len(parts) // count, len(parts) - 1)
    return f"Part {('I', 'II', 'III', 'IV', 'V')[at]}: {_PARTS[parts[at]]}"


def _text(dice: Random, count: int) -> str:
    """One to six subsections, some with paragraphs; a short article is one sentence without a number."""
    if dice.random() < 0.3:
        return f"{_rule(dice, count)}."
    subsections = [f"({i}) {_rule(dice, count)}{_paragraphs(dice)}." for i in range(1, dice.randint(2, 6) + 1)]
    return " ".join(subsections)


def _rule(dice: Random, count: int) -> str:
    return _filled(dice, f"{dice.choice(_WHO)} {dice.choice(_MUST).replace('{n}', str(dice.randint(1, count)))}")


def _filled(dice: Random, pattern: str) -> str:
    """The pattern with places, things, months and numbers put in, so that few sentences are printed twice."""
    return pattern.format(place=dice.choice(_PLACES), thing=dice.choice(_THINGS), month=dice.choice(_MONTHS), days=dice.randint(3, 190))


def _paragraphs(dice: Random) -> str:
    if dice.random() < 0.6:
        return ""
    found = [_filled(dice, pattern) for pattern in dice.sample(_WHERE, dice.randint(2, 4))]
    marked = [f"({letter}) {text}" for letter, text in zip("abcd", found, strict=False)]
    return ", where the body— " + "; ".join(marked[:-1]) + "; or " + marked[-1]
