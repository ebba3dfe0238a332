"""What an amending clause says that it does: to which provision of which law."""

from __future__ import annotations

import re

from pipeline.provision import Amendment
from pipeline.structure.targets import UNIT, target_of

_AMENDS = re.compile(
    rf"""
    \b(?:is|are|be|was)\s+(?:hereby\s+)?(?:further\s+)?(?:amended|repealed|revoked|deleted|omitted|inserted|substituted|replaced|added|rescinded|abrogated)\b
    |\b(?:hereby|further)\s+(?:amended|repealed|revoked|deleted)\b
    |\bby\s+(?:the\s+)?(?:insert|substitut|delet|add|repeal|omi(?:tt|ss)|replac|renumber)\w*
    |\bthere\s+(?:is|are|shall\s+be)\s+(?:inserted|substituted|added)\b
    |\b(?:enacted|amended)\s+to\s+read\b
    |\b(?:insert|substitute|add)\s?(?:—|–|-|:|[“"‘])
    |\b(?:for|after|before|at\sthe\send)\b[^.]{{1,120}}?\b(?:insert|substitute|add)\b
    |\bomit\s+(?:the\s|{UNIT}\b|[“"‘])
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that change a law now; leaves powers to change it ('may amend the Schedule')."""
_STEMS = ("amend", "repeal", "revok", "delet", "omi", "insert", "substitut", "replac", "add", "rescind", "abrogat", "renumber", "enacted")
"""Of which every one of those words has one: most clauses have none, and that is seen twenty times faster."""
_POWER = re.compile(r"\b(?:may|power\s+to|shall\s+not|unless|until|where|if|when|before|before\s+it)\b[^.;:]{0,60}$", re.IGNORECASE)
_ACTIONS = (
    ("insert", re.compile(r"\binsert|\badd(?:ed|ing|ition)?\b|\benacted\s+to\s+read", re.IGNORECASE)),
    ("substitute", re.compile(r"\bsubstitut|\breplac|\bamended\s+to\s+read\b|\bto\s+be\s+read\b", re.IGNORECASE)),
    ("repeal", re.compile(r"\brepeal|\brevok|\bdelet|\bomi(?:t|ss)|\brescind|\babrogat", re.IGNORECASE)),
)
_IN_ITS_PLACE = re.compile(
    r"""\b(?:by\s+(?:the\s+)?)?(?:delet|repeal|omi(?:tt|ss)|remov)\w*\b(?P<what>[^;]{0,300}?)\b(?:and|by)\s+(?:(?:by|the)\s+){0,2}
    (?:(?:substitut|replac|insert)\w*|(?:the\s+following\s+)?(?:\w+\s+){0,3}?(?:is\s+|are\s+)?(?:substituted|replaced))""",
    re.VERBOSE | re.IGNORECASE,
)
"""'by deleting subsection (2) and substituting', 'is repealed and replaced by'; a semicolon sets two changes apart."""
_TO_AMEND = re.compile(r"\bto\s+(?:further\s+)?amend\s+", re.IGNORECASE)
"""A long title: 'An Act to amend the Societies Act'."""
_OWN_TITLE = re.compile(r"(?P<stem>[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]*|of|and|the|for|to|in|on)){0,8})\s+\([^()]{0,40}Amendment\)\s+[A-Z]")
"""'the Societies (Amendment) Bill'."""
_LAW_WORD = r"(?:Acts?|Ordinances?|Code|Law|Laws|Decree|Proclamation|Constitution|Regulations?|Rules|Order|Enactment|Statutes?|Directive)"
_LAW = re.compile(
    rf"""
    \b(?:the\s+)?(?:[“"]?principal\s+(?:Act|enactment|Ordinance|Law|Regulations|Rules|Order|Code|Decree)[”"]?)
    |\b(?:the\s+)?(?!(?:In|Under|By|Of|After|Before|For|To|That|This|Any|Each|Where|When|If|Section|Article)\s)(?:[A-Z][\w’'-]*|\([A-Z][\w’'\s,-]{{1,60}}\))(?:,?\s+(?:[A-Z][\w’'-]*|\([A-Z][\w’'\s,-]{{1,60}}\)|of|and|the|for|to|in|on|&)){{0,14}}?\s+{_LAW_WORD}\b
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
    head = words[:4000]
    lower = head.lower()
    if not any(stem in lower for stem in _STEMS):
        return False
    found = _AMENDS.search(head)
    return found is not None and _POWER.search(words[max(found.start() - 80, 0) : found.start()]) is None


def principal_law(text: str) -> str:
    """The law that this one calls the principal Act; '' when it does not say."""
    for found in re.finditer(r"principal\s+(?:Act|enactment|Ordinance|Law|Regulations|Rules|Order|Code)", text[:60000]):
        said = _DEFINED.search(text[max(found.start() - 260, 0) : found.end()])
        if said:
            laws = [m.group() for m in _LAW.finditer(" ".join(said.group("law").split()))]
            if laws:
                return laws[-1]
    return _named_in_title(text)


def _named_in_title(text: str) -> str:
    """The law that the long title says is amended, or whose title the amending law's own takes up."""
    said = _TO_AMEND.search(text[:20000])
    named = _LAW.match(" ".join(text[said.end() : said.end() + 240].split())) if said else None
    if named:
        return _OF_ANOTHER.split(named.group())[-1]
    own = _OWN_TITLE.search(text[:20000])
    stem = " ".join(own.group("stem").split()) if own else ""
    laws = (m.group().removeprefix("the ") for m in _LAW.finditer(text[:60000])) if stem else ()
    return next((law for law in laws if law.removeprefix("The ").startswith(stem + " ") and "mendment)" not in law), "")


def amendment(words: str, heading: str, principal: str, above: str = "", lead: str = "") -> Amendment:
    """Read the clause's own words, quoted text left out; what they do not say is taken from the heading or left empty.

    `above` is the unit that the clause above names; `lead` the words before the clause's first limb, where it has limbs.
    """
    flat = " ".join(words[:3000].split())
    action = _action(flat)
    named = _LAW.search(flat) or _LAW.search(heading)
    law = _OF_ANOTHER.split(named.group())[-1] if named else ""
    if "principal" in law and principal:
        law = principal
    target = target_of(" ".join(lead.split()), heading, above, inserts=action == "insert") if lead.strip() else ""
    return Amendment(action, law, target or target_of(flat, heading, above, inserts=action == "insert"))


def _action(flat: str) -> str:
    """What is done, if one thing is; to delete and put something in its place is to substitute."""
    actions = [name for name, pattern in _ACTIONS if pattern.search(_IN_ITS_PLACE.sub(" substituting ", flat))]
    return actions[0] if len(actions) == 1 else "amend"
