"""Whether what was found is a law at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.structure.bounds import is_title
from pipeline.structure.phrases import ENACTING, LONG_TITLE
from pipeline.structure.row import Row
from pipeline.structure.unit import Unit

_OWN_NAME = re.compile(
    r"\b(?:this|these|the\s+present)\s+(?:act|law|ordinance|regulations?|rules|order|decree|proclamation|by-?laws?|code|bill|constitution|statute|part|chapter|section|article)\b",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"\b(?:shall|must|may\s+not|is\s+(?:prohibited|forbidden|guilty|liable|punishable)|are\s+prohibited|commits\s+an\s+offence|no\s+person)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\b(?:comes?\s+into\s+(?:force|operation|effect)|takes?\s+effect|enters?\s+into\s+force|(?:may|shall)\s+be\s+(?:cited|called)\s+as|official\s+gazette|is\s+(?:hereby\s+)?(?:amended|repealed|enacted))\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"""\b(?:dear\s+(?:sir|madam|mr|ms|colleague)|yours\s+(?:sincerely|faithfully|truly)|this\s+(?:report|paper|study|memorandum|agreement|contract|lease|letter|book|essay|guide|summary|manual|policy)\b
    |et\s+al\.|the\s+authors?\b|bibliography|in\s+this\s+(?:report|paper|guide|study)\b|parties\s+(?:agree|hereto)|the\s+(?:tenant|landlord|lessee|licensee|customer|seller|buyer|employee)\s+(?:shall|agrees)
    |terms\s+of\s+(?:use|service)|privacy\s+policy|minutes\s+of\s+(?:the\s+)?meeting|please\s+(?:fill|complete|tick|sign))""",
    re.VERBOSE | re.IGNORECASE,
)
"""Letters, reports, contracts, forms, minutes."""
_ENOUGH = 2.0


def is_law(front: Sequence[Row], articles: Sequence[Unit], text: str, offset: int) -> bool:
    """Weigh what speaks for a law against what speaks for a report, a letter or a contract. `text` stands at `offset` of the document."""
    if not articles:
        return False
    start, end = articles[0].start - offset, articles[-1].end - offset
    body = text[start : min(end, start + 60000)]
    size = max(len(body) / 1000, 0.3)
    score = 0.0
    if any(ENACTING.match(r.text) for r in front):
        score += 2.5
    if any(LONG_TITLE.match(r.text) for r in front):
        score += 1.5
    if any(is_title(r.text) for r in front):
        score += 1.0
    if sum(a.kind in {"article", "section"} and a.number[:1].isdigit() for a in articles) >= 3:
        score += 0.5
    score += min(len(_OWN_NAME.findall(body)) / size, 2.0)
    score += min(len(_COMMAND.findall(body)) / size, 2.5) * 0.8
    score += min(len(_LIFE.findall(body)), 3) * 0.7
    score -= min(len(_OTHER.findall(text[:120000])) / max(len(text) / 4000, 1.0), 4.0)
    covered = (end - start) / max(len(text), 1)
    return score >= _ENOUGH + (1.5 if covered < 0.25 else 0.0)
