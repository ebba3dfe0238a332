"""What an amending clause says that it does: to which provision of which law."""

from __future__ import annotations

import re

from pipeline.provision import Amendment

_UNIT = (
    r"(?:sub-?)?(?:sections?|articles?|regulations?|rules?|paragraphs?|clauses?|schedules?|parts?|chapters?|divisions?"
    r"|annex(?:es)?|headings?|definitions?|items?|titles?)"
)
_AMENDS = re.compile(
    rf"""
    \b(?:is|are|be|was)\s+(?:hereby\s+)?(?:further\s+)?(?:amended|repealed|revoked|deleted|omitted|inserted|substituted|replaced|added|rescinded|abrogated)\b
    |\b(?:hereby|further)\s+(?:amended|repealed|revoked|deleted)\b
    |\bby\s+(?:the\s+)?(?:insert|substitut|delet|add|repeal|omi(?:tt|ss)|replac|renumber)\w*
    |\bthere\s+(?:is|are|shall\s+be)\s+(?:inserted|substituted|added)\b
    |\b(?:enacted|amended)\s+to\s+read\b
    |\b(?:insert|substitute|add)\s?(?:—|–|-|:|[“"‘])
    |\b(?:for|after|before|at\sthe\send)\b[^.]{{1,120}}?\b(?:insert|substitute|add)\b
    |\bomit\s+(?:the\s|{_UNIT}\b|[“"‘])
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that change a law now; leaves powers to change it ('may amend the Schedule')."""
_POWER = re.compile(r"\b(?:may|power\s+to|shall\s+not|unless|until|where|if|when|before|before\s+it)\b[^.;:]{0,60}$", re.IGNORECASE)
_ACTIONS = (
    ("insert", re.compile(r"\binsert|\badd(?:ed|ing|ition)?\b|\benacted\s+to\s+read", re.IGNORECASE)),
    ("substitute", re.compile(r"\bsubstitut|\breplac|\bamended\s+to\s+read\b|\bto\s+be\s+read\b", re.IGNORECASE)),
    ("repeal", re.compile(r"\brepeal|\brevok|\bdelet|\bomi(?:t|ss)|\brescind|\babrogat", re.IGNORECASE)),
)
_TARGET = re.compile(
    rf"""(?:\b{_UNIT}\s+\d+[A-Za-z]{{0,3}}(?:\s?\(\w{{1,4}}\))*(?:\s(?:bis|ter|quater))?
    |§{{1,2}}\s?\d[\w.:-]*(?:,?\s?sub-?§+\s?\w+|,?\s?¶+\s?\w+|,?\s?first\s¶)*
    |\b(?:the\s)?(?:first|second|third|fourth|fifth|sixth)\s+schedule\b|\bthe\s+schedule\b|\b(?:long|short)\s+title\b|\bthe\s+preamble\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""The unit that is changed, as printed."""
_LAW_WORD = r"(?:Acts?|Ordinances?|Code|Law|Laws|Decree|Proclamation|Constitution|Regulations?|Rules|Order|Enactment|Statutes?|Directive)"
_LAW = re.compile(
    rf"""
    \b(?:the\s+)?(?:[“"]?principal\s+(?:Act|enactment|Ordinance|Law|Regulations|Rules|Order|Code|Decree)[”"]?)
    |\b(?:the\s+)?(?:[A-Z][\w’'-]*|\([A-Z][\w’'\s,-]{{1,60}}\))(?:,?\s+(?:[A-Z][\w’'-]*|\([A-Z][\w’'\s,-]{{1,60}}\)|of|and|the|for|to|in|on|&)){{0,14}}?\s+{_LAW_WORD}\b
       (?:,?\s+(?:No\.?\s?)?\d{{1,4}}(?:\s+of\s+\d{{4}})?|,?\s+No\.?\s?\d+\s+of\s+\d{{4}}|\s?\((?:Chapter|Cap\.?|No\.?)[^)]{{1,30}}\)|\s?\[[^\]]{{1,30}}\]|\s\(E[UC]\)\s(?:No\s)?\d+/\d+)?
    |\b(?:the\s+)?{_LAW_WORD}\s+(?:[Nn][°ºo]\.?|No\.?)\s?[\w/.-]+(?:\s+of\s+[\d/.]+\d|\s+of\s+\d{{4}})?
    |\b\d+(?:-[A-Z])?\s+(?:MRSA|U\.?S\.?C\.?|RSA|V\.?S\.?A\.?)\b
    """,
    re.VERBOSE,
)
"""The law that is changed, as printed: 'the Societies Act, 1954', 'Law No. 3 of 2010', 'the principal Act', '21-A MRSA'."""
_OF_ANOTHER = re.compile(rf"\b{_LAW_WORD},\s+(?=the\s)")
"""'this Act, the Wicks Ordinance': only the latter is named."""
_DEFINED = re.compile(
    r"(?P<law>.{4,160}?)\s*,?\s*\(?\s?(?:which\s+is\s+|in\s+this\s+\w+\s+)?(?:hereinafter\s+|hereafter\s+)?(?:referred\s+to\s+(?:in\s+this\s+\w+\s+)?as|called|in\s+these\s+\w+)\s+(?:the\s+)?[“\"‘']\s?(?:the\s+)?principal",
    re.DOTALL,
)
"""Where the principal Act is named."""


def amends(words: str) -> bool:
    """Whether the words of a clause change a law."""
    found = _AMENDS.search(words[:4000])
    return found is not None and _POWER.search(words[max(found.start() - 80, 0) : found.start()]) is None


def principal_law(text: str) -> str:
    """The law that this one calls the principal Act; '' when it does not say."""
    for found in re.finditer(r"principal\s+(?:Act|enactment|Ordinance|Law|Regulations|Rules|Order|Code)", text[:60000]):
        said = _DEFINED.search(text[max(found.start() - 260, 0) : found.end()])
        if said:
            laws = [m.group() for m in _LAW.finditer(" ".join(said.group("law").split()))]
            if laws:
                return laws[-1]
    return ""


def amendment(words: str, heading: str, principal: str) -> Amendment:
    """Read the clause's own words, quoted text left out; what they do not say is taken from the heading or left empty."""
    flat = " ".join(words[:3000].split())
    actions = [name for name, pattern in _ACTIONS if pattern.search(flat)]
    named = _LAW.search(flat) or _LAW.search(heading)
    law = _OF_ANOTHER.split(named.group())[-1] if named else ""
    if "principal" in law and principal:
        law = principal
    target = _TARGET.search(flat) or _TARGET.search(heading)
    return Amendment(actions[0] if len(actions) == 1 else "amend", law, target.group() if target else "")
