"""Named authorities: the officials and bodies to whom a law gives powers over others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.span import Span

# Blanks are written \s: the expressions below are verbose.
_OFFICE = (
    r"(?: (?: Registrar | Commissioner | Director | Secretary | Prosecutor | Inspector | Comptroller | Administrator ) (?: [-\s]General )?"
    r" | Minister | Ministry | Ministries | Commission | Directorate | Authority | Authorities | Board | Council"
    r" | Agency | Bureau | Governor | President | Prime\sMinister | Cabinet | Attorney[-\s]General | Superintendent"
    r" | Police | Government | Department | Controller"
    r" | Collector | Mayor | Prefect | Committee | Inspectorate | Chief\sConstable | Regulator | King | Sultan | Emir | Treasury"
    r" | (?: Intelligence | Security | Police | Revenue | Secret | Information ) \s Service )"
)
_TITLE = r"(?:[A-Z][A-Za-z'’]+(?:-[A-Z]?[a-z]+)*)"
# Takes "the Registrar", "the Minister of Internal Affairs", "the Public Benefit Organisations Authority", "Commissioner of Police";
# leaves what belongs to the association itself (its board, its president), courts, and words that open a sentence.
_NAMED = re.compile(
    rf"""
    (?<! [Nn]on- ) \b
    (?: (?: {_TITLE} | and (?=\s{_TITLE}) | of (?=\s{_TITLE}) | for (?=\s{_TITLE}) ) \s ){{0,6}}
    {_OFFICE} \b (?! \s (?: station | Gazette | district | area )\b )
    (?: \s (?: of | for | in \s charge \s of | responsible \s for ) \s (?: the \s )? (?! {_OFFICE}\b ) {_TITLE}
        (?: ,? \s (?: (?: and | of | for ) \s (?: the \s )? )? (?! {_OFFICE}\b ) {_TITLE} ){{0,5}} | \s of \s (?: Police | Government ) )?
    """,
    re.VERBOSE,
)
# The civil law speaks of authorities in small letters.
_COMMON = re.compile(
    r"""\b (?: [Tt]he | [Aa]n? ) \s (?P<name>
        (?: (?: competent | administrative | registration | registering | licensing | licencing | supervisory | public | local
              | regulatory | security | prescribed | concerned | relevant ) \s ){1,3}
            (?: authority | authorities | body | bodies | ministry | minister | office | officer | agency | department )
      | ministry \s of \s [a-z]+ (?: \s and \s [a-z]+ )? | police \s officer | officer \s in \s charge
      | (?: (?: regional | provincial | district | municipal | local | civil ) \s )? (?: governor | commissioner | mayor
      | governorate | prefecture | municipality )
      | minister | ministry | registrar | prefect | police | inspector ) \b (?! \s (?: station | district | area ) )""",
    re.VERBOSE,
)
_OWN = re.compile(
    (
        r"^\s?(?:,\s)?(?:of|members of|for) (?:the|a|an|any|every|each|such|that|its|his|their) (?:\w+ ){0,2}(?:associations?|"
        r"societ(?:y|ies)|organi[sz]ations?|foundations?|compan(?:y|ies)|unions?|clubs?|corporation|ngos?|institution|party|"
        r"body corporate|(?:news)?paper)\b"
    ),
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:The|A|An|Any|Every|No|If|Where|When|Upon|On|In|By|Such|Each|Of|And|Each|Unless|Whenever|All|Act|Section|As|For|"
    r"Subject|Nothing|Notwithstanding)\s|of\s|and\s)+"
)
_NOT = re.compile(
    r"^(?:Board of (?:Directors|Trustees|Management|Governors)|Executive (?:Committee|Director|Council|Board|Secretary)|"
    r"General (?:Assembly|Meeting|Council)|Management (?:Committee|Board)|Managing .*|Board Members?|Governing (?:Board|"
    r"Body|Council)|Service Provider|Committee)$"
)
_COURT = re.compile(r"Court|Magistrate|Judge|Judicial|Tribunal")


def authorities(text: str) -> tuple[Span, ...]:
    """Each authority's first mention, in the order of the text; courts are no authorities here."""
    seen: dict[str, Span] = {}
    end = 0
    for span in sorted([*_titled(text), *(Span(*m.span("name")) for m in _COMMON.finditer(text))]):
        name = span.of(text).lower()
        if span.start >= end and not _OWN.match(text[span.end : span.end + 60]):
            seen.setdefault(name, span)
            end = span.end
    return tuple(seen.values())


def _titled(text: str) -> Iterator[Span]:
    for match in _NAMED.finditer(text):
        lead = _LEADING.match(match.group())
        start = match.start() + (lead.end() if lead else 0)
        name = text[start : match.end()]
        if name and not _NOT.match(name) and not _COURT.search(name):
            yield Span(start, match.end())


def names(text: str) -> frozenset[str]:
    """The authorities named, in lower case, without what follows "of": for telling whether two provisions speak of the same."""
    return frozenset(span.of(text).lower().partition(" of ")[0].removeprefix("competent ") for span in authorities(text))
