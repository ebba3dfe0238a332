"""How a lawyer cites a provision: "Section 3(2)", "Article 5, paragraph 2", "Part II"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.alert.wording import one_line
from pipeline.provision import Law, Provision

# A printed number that already says what it numbers ("Article 5", "§ 611"), not a bare one ("12A", "XIV", "(2)").
NAMED_NUMBER: Final = re.compile(r"^(?: § | [^\W\d]{2,}\.?\s+ (?=\S*[\dIVXLC]) )", re.VERBOSE)
BRINGING_IN: Final = {"insert": "inserting", "substitute": "substituting", "repeal": "replacing", "amend": "amending"}
KINDS: Final = {"hcontainer": "provision", "subparagraph": "sub-paragraph", "alinea": "paragraph"}


def cite(law: Law, provision: Provision, text: str = "") -> str:
    """The provision's citation, from the unit that a lawyer cites down to the provision itself; first letter a capital.

    New text for another law is cited by the clause that brings it in: "Section 3, inserting section 4(2) of the Societies Act".
    `text` is the document's: it tells a number that was printed with a bracket ("1)") from a bare one.
    """
    above = {p.eid: p for p in law.provisions}
    chain = [provision]
    while chain[-1].eid != provision.article and chain[-1].above in above and len(chain) < 20:
        unit = above[chain[-1].above]
        if not unit.article:
            break
        chain.append(unit)
    words = _first(chain[-1], provision) + "".join(_below(unit, text) for unit in reversed(chain[:-1]))
    host = _host(chain[-1], above)
    if provision.quoted and provision.amends and host is not None:
        words = f"{cite(law, host, text)}, {BRINGING_IN[provision.amends.action]} {words}{_of(provision.amends.law)}"
    return words[:1].upper() + words[1:]


def _host(unit: Provision, above: dict[str, Provision]) -> Provision | None:
    """The unit of the law's own that brings a quoted one in."""
    for _ in range(20):
        if not unit.quoted:
            return unit
        if unit.above not in above:
            return None
        unit = above[unit.above]
    return None


def _of(law: str) -> str:
    """The law that a quoted provision goes into: " of the Societies Act"."""
    name = one_line(law)
    return f" of {name[:1].lower()}{name[1:]}" if name[:4].lower() == "the " else f" of {name}" if name else ""


def _first(unit: Provision, provision: Provision) -> str:
    number = one_line(unit.number or (provision.citation if unit.eid == provision.article else ""))
    if unit.quoted and unit.amends and number[:1] == "(" and unit.amends.target.endswith(number):
        return one_line(unit.amends.target)  # the whole place is told: "section 12(2A)"
    if unit.quoted and unit.amends and number[:1] == "(" and unit.citation != unit.number:
        return f"{_named(unit.amends.target)} {unit.citation}{number}"  # less than a section: cited by the section that it goes into
    if NAMED_NUMBER.match(number):
        return number
    return f"{_kind(unit)} {number}".strip() if number else f"{_kind(unit)} “{one_line(unit.heading) or unit.eid}”"


def _below(unit: Provision, text: str) -> str:
    number = one_line(unit.number)
    if not number:
        return f", {_kind(unit)}"
    if number.startswith("("):
        return number
    lettered = number.isalpha() and number.islower()
    bracketed = lettered or unit.kind == "subsection" or _closed(unit, text)
    return f"({number.rstrip(').')})" if bracketed and " " not in number else f", {_kind(unit)} {number}"


def _closed(unit: Provision, text: str) -> bool:
    """Whether its number was printed with a closing bracket."""
    return unit.number.endswith(")") or text[unit.span.start : unit.span.end].lstrip(" (").startswith(f"{unit.number})")


def _named(target: str) -> str:
    """What the unit is called that an amendment names: "Section 4(2)" names a section."""
    word = target.split(" ", 1)[0].lower()
    return word if word.isalpha() else "section"


def _kind(unit: Provision) -> str:
    return one_line(KINDS.get(unit.kind, unit.kind))
