"""What a law is called, and what kind of law it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.structure.bounds import is_title
from pipeline.structure.phrases import CONTENTS, ENACTING, LONG_TITLE, PREAMBLE
from pipeline.structure.row import Row, one_line

_CITED = re.compile(
    r"""\b(?:this|these|the\s+present)\s+(?:act|law|ordinance|regulations?|rules?|order|decree|proclamation|by-?laws?|bill|code|notice|legislation)\s*
    (?:,?\s*which\s.{1,60}?,)?\s*(?:(?:may|shall|must|is\s+to)\s+be\s+(?:cited|called|known|referred\s+to)(?:\s+for\s+all\s+purposes|\s+collectively)?(?:\s+as)?|is\s+called|is)\s+(?:as\s+)?(?:the\s+)?[“"‘']?
    (?P<title>[^;“”"]{4,260}?)[”"’']?
    (?:,?\s+and\s+(?:shall|comes?|is|will|applies|extends|may|takes?)\b|(?<!\bNo)\.(?=\s|$)|;|$)""",
    re.VERBOSE | re.IGNORECASE,
)
"""'This Act may be cited as the Societies Act, 2024.'"""
_LAW_WORD = re.compile(
    r"\b(?:act|law|bill|ordinance|code|regulations?|rules|order|decree|proclamation|constitution|by-?laws?|directive|resolution|statute|charter)\b",
    re.IGNORECASE,
)
_BLANK_NUMBER = re.compile(r",?\s*No\.?\s*(?:[….\s_]|of\s+\d{0,4}$)*$")
"""A number that a bill leaves open: 'Act, No. .... of 2022'."""
_NAMED = re.compile(
    r"(?:^|\s)(?:act|law|bill|ordinance|code|regulations|rules|order|decree|proclamation|constitution|by-?laws)\W*(?:\d{4}\W*)?(?:\([^)]*\)|\[[^\]]*\])?\W*$|^\W*(?:the\s+)?(?:draft\s+)?(?:law|act|bill|code|decree|constitution|regulations?|rules|ordinance)\s+(?:on|of|for|governing|regulating|relating|concerning|to)\b",
    re.IGNORECASE,
)
"""A title by its words: 'SOCIETIES ACT', 'LAW ON ASSOCIATIONS'."""
_LABELLED = re.compile(r"(?:short\s+)?title\s*:\s*(?P<title>\S.{3,200})$", re.IGNORECASE)
"""A title that says it is one: 'Title: Societies Bill, 2024'."""
_FILE_NAME = re.compile(r"\.\w{2,4}$|microsoft|untitled|[_]|^\w{0,4}\s?\d{4,}", re.IGNORECASE)
_KINDS = {
    "constitution": "constitution", "bill": "bill", "regulation": "regulation", "regulations": "regulation", "rules": "regulation",
    "by-laws": "regulation", "bylaws": "regulation", "by-law": "regulation", "bylaw": "regulation", "instrument": "regulation",
    "decree": "decree", "proclamation": "decree", "act": "act", "law": "act", "ordinance": "act", "code": "act", "statute": "act",
    "order": "order", "directive": "order", "resolution": "order",
}  # fmt: skip
_KIND_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})\b", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
# What follows a kind that stands first: "Law on", "Decree No. 12", "Law 15 of"; not "Public Order Act", not "Bill of Rights Act".
_RULES_THE_REST = re.compile(r"\s+(?:on|for|to|relating|regarding|concerning|governing|regulating|amending|n[o°º.]|\d)", re.IGNORECASE)
_DRAFT = re.compile(r"\bdraft\b", re.IGNORECASE)
_BILL = re.compile(
    r"\bA?\s*BILL\b|\bHouse\s+(?:Bill|Paper)\b|\bSenate\s+Bill\b|\bLegislative\s+Document\b|\b[HS]\.\s?[BP]\.\s?\d|\[HB\.", re.MULTILINE
)


def cited_title(texts: Iterable[str]) -> str:
    """The short title that a law gives itself in its articles."""
    for text in texts:
        found = _CITED.search(one_line(text[:900]))
        if found:
            title = _BLANK_NUMBER.sub("", found.group("title")).strip(" ,:“”\"'")
            if _LAW_WORD.search(title) and len(title.split()) > 1 and not title[0].islower():
                return title
    return ""


def printed_title(front: Sequence[Row]) -> str:
    """The title in the rows before the first article: a numbered title or one in capitals, else an American 'An Act to'."""
    best = ""
    for at, row in enumerate(front):
        if CONTENTS.match(row.text) or ENACTING.match(row.text) or PREAMBLE.match(row.text):
            continue
        if LONG_TITLE.match(row.text) and len(row.text) < 10:
            continue
        labelled = _LABELLED.match(row.text) if row.text[0] in "sStT" else None
        if labelled and _LAW_WORD.search(labelled.group("title")):
            return labelled.group("title").strip(" .")
        if (
            len(row.text.split()) > 1
            and not LONG_TITLE.match(row.text)
            and (is_title(row.text) or (_NAMED.search(row.text) and (row.capitals or row.line.bold or row.line.centred)))
        ):
            return _whole(front, at)
        if LONG_TITLE.match(row.text) and not best:
            best = _sentence(front, at)
    return best


def _whole(front: Sequence[Row], at: int) -> str:
    """The title with the rows that it runs over, set in the same type."""
    first = last = at
    while (
        first > 0
        and at - first < 4
        and _same_type(front[first - 1], front[first])
        and not front[first - 1].ended
        and not _is_other(front[first - 1])
    ):
        first -= 1
    while (
        last + 1 < len(front)
        and last - at < 5
        and _same_type(front[last], front[last + 1])
        and not front[last].ended
        and not _is_other(front[last + 1])
        and not _repeats(front[last + 1].text, front[first].text)
    ):
        last += 1
    return one_line(" ".join(r.text for r in front[first : last + 1])).strip(" .:—–-_*")


def _repeats(text: str, first: str) -> bool:
    """Whether a row prints the title's first row again, perhaps broken elsewhere."""
    return text.startswith(first) or (len(text) > 12 and first.startswith(text))


def _is_other(row: Row) -> bool:
    return bool(
        CONTENTS.match(row.text)
        or LONG_TITLE.match(row.text)
        or ENACTING.match(row.text)
        or PREAMBLE.match(row.text)
        or row.text[0] in "[_(—-*"
    )


def _same_type(one: Row, other: Row) -> bool:
    return (
        abs(one.line.size - other.line.size) < 0.6
        and one.line.bold == other.line.bold
        and one.capitals == other.capitals
        and abs(other.line.gap) < 14
    )


def _sentence(front: Sequence[Row], at: int) -> str:
    pieces = [front[at].text]
    while (
        not front[at].text.endswith((".", ":"))
        and at + 1 < len(front)
        and len(pieces) < 5
        and (not front[at + 1].opens or (front[at].line.bold and front[at + 1].line.bold))
    ):
        at += 1
        pieces.append(front[at].text)
    return one_line(" ".join(pieces)).strip(" .:")


def title_of(file_title: str, front: Sequence[Row], articles: Iterable[str]) -> str:
    """What a lawyer would call the law; '' when the document does not say."""
    cited = cited_title(articles)
    on_cover = printed_title(front)
    if cited and not ("bill" in on_cover.lower() and 2 < len(on_cover.split()) < 25 and "bill" not in cited.lower()):
        return cited
    if on_cover:
        return on_cover
    return "" if _FILE_NAME.search(file_title) or not _LAW_WORD.search(file_title) else file_title.strip()


def kind_of(title: str, front: Sequence[Row]) -> str:
    """act, bill, regulation, order, decree, constitution, or unknown when nothing says."""
    head = "\n".join(row.text for row in front[:60])
    kind = _kind_word(title) or next((k for row in front[:60] if len(row.text) < 200 and (k := _kind_word(row.text))), "unknown")
    if kind in {"unknown", "act"} and (_BILL.search(head) or _DRAFT.search(title)):
        return "bill"
    return kind


def _kind_word(title: str) -> str:
    """The kind that a title names: its first word where it rules the rest ('Decree on ...'), else its last ('Public Order Act')."""
    plain = _PARENTHESIS.sub(" ", title)
    words = list(_KIND_WORD.finditer(plain))
    if not words:
        return ""
    first = words[0]
    rules = first.start() < 12 and _RULES_THE_REST.match(plain, first.end())
    return _KINDS[(first if rules else words[-1]).group().lower()]
