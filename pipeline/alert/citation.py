"""How a lawyer cites a provision: "Section 3(2)", "Article 5, paragraph 2", "Part II"."""

from __future__ import annotations

import re
from typing import Final

from pipeline.alert.wording import one_line
from pipeline.provision import Law, Provision

# A printed number that already says what it numbers ("Article 5", "§ 611"), not a bare one ("12A", "XIV", "(2)").
NAMED_NUMBER: Final = re.compile(r"^(?: § | [^\W\d]{2,}\.?\s+ (?=\S*[\dIVXLC]) )", re.VERBOSE)
KINDS: Final = {"hcontainer": "provision", "subparagraph": "sub-paragraph", "alinea": "paragraph"}


def cite(law: Law, provision: Provision) -> str:
    """The provision's citation, from the unit that a lawyer cites down to the provision itself; first letter a capital."""
    above = {p.eid: p for p in law.provisions}
    chain = [provision]
    while chain[-1].eid != provision.article and chain[-1].above in above and len(chain) < 20:
        unit = above[chain[-1].above]
        if not unit.article:
            break
        chain.append(unit)
    words = _first(chain[-1], provision) + "".join(_below(unit) for unit in reversed(chain[:-1]))
    return words[:1].upper() + words[1:]


def _first(unit: Provision, provision: Provision) -> str:
    number = one_line(unit.number or (provision.citation if unit.eid == provision.article else ""))
    if NAMED_NUMBER.match(number):
        return number
    return f"{_kind(unit)} {number}".strip() if number else f"{_kind(unit)} “{one_line(unit.heading) or unit.eid}”"


def _below(unit: Provision) -> str:
    number = one_line(unit.number)
    if not number:
        return f", {_kind(unit)}"
    return number if number.startswith("(") else f"({number})" if number.isalpha() and number.islower() else f", {_kind(unit)} {number}"


def _kind(unit: Provision) -> str:
    return one_line(KINDS.get(unit.kind, unit.kind))
