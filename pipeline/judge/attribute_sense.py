"""Whether words that look like an attribute mean one: whose opinion it is, what stands before and behind."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.judge.subjects import Party, nearest_party, sentence_before
from pipeline.span import Span

# "when the judgment becomes final", "a final conviction" end a case in court; they shut nobody out of one.
_COURT_ENDED = re.compile(
    r"\b(?: when | until | once | after | becomes? | became | before | court | judg(?:e)?ment | conviction | verdict | sentence )\b",
    re.VERBOSE | re.IGNORECASE,
)
# "whether or not it is final"
_EITHER_WAY = re.compile(r"\bwhether \s or \s not \b", re.VERBOSE | re.IGNORECASE)
# A court's opinion is no executive discretion; a District Magistrate is the executive.
_COURT = re.compile(
    r"\b(?: court | courts | judge | tribunal | bench | (?<! district\s )(?<! executive\s ) magistrate )\b", re.VERBOSE | re.IGNORECASE
)
_OPEN_END = re.compile(
    r"\b(?: of | to | the | general | opinion | satisfaction | discretion | view | judge?ment | estimation | pleasure ) $", re.VERBOSE
)
_REASONABLE = re.compile(r"\b(?: reasonable | probable | sufficient ) \s+ $", re.VERBOSE | re.IGNORECASE)
_PROSECUTOR = re.compile(r"\bprosecut(?: or | ors | ions? )\b | \battorney[-\s]general\b", re.VERBOSE | re.IGNORECASE)
# "knows or has reason to believe" is the guilty mind of an offender, not an officer's suspicion.
_GUILTY_MIND = re.compile(r"\bkn(?: ow | ows | ew | owing )\b (?: [\s,]+\w+ ){0,4} [\s,]* $", re.VERBOSE | re.IGNORECASE)
_BELIEVES = re.compile(r"\b(?: believ | suspec | apprehend )", re.VERBOSE | re.IGNORECASE)
_CONSENT = re.compile(r"\b(?: approval | permission | consent | authori[sz]ation | licence | agreement )\b", re.VERBOSE | re.IGNORECASE)
_OFFICIAL = re.compile(
    r"""\b(?: minist(?:er|ers|ry|ries) | registrar | commission(?:er)? | director(?:ate)? | authorit(?:y|ies) | board | council | agency
    | bureau | secretary | governor | president | cabinet | inspector | superintendent | government | department | administrat(?:or|ion)
    | controller | collector | mayor | prefect | police | officer | committee | magistrate | secretariat | wali | organs? |
    bod(?:y|ies) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY = re.compile(r"\b(?: may | can | power | powers | entitled | authori[sz]ed | right )\b", re.VERBOSE | re.IGNORECASE)
# "at any time before the hearing", "at any time within" fix a time; "at any time" alone leaves it to the officer.
_FIXED = re.compile(r"\s* (?: before | during | after | within | on | prior | from | between | while )\b", re.VERBOSE | re.IGNORECASE)
# Names that hold words of vague grounds: "Public Order Act", "National Security Council", "Minister of Public Security".
_NAME_BEHIND = re.compile(
    r"""\s* (?: \w+ \s ){0,2}? \(? (?: Act | Ordinance | Law | Code | Decree | Bill | Council | Committee | Agency | Service | Services
    | Police
    | Department | Ministry | Bureau | Fund | Authority | Commission | Forces | Directorate | Board | Court | Regulations )\b""",
    re.VERBOSE,
)
_NAME_BEFORE = re.compile(
    r"\b(?: Minist(?:er|ry|ers|ries) | Department | Directorate | Secretary | Committee | Commission | Bureau | Council ) "
    r"(?: \s for | \s of )? "
    r"(?: \s the | \s (?:[A-Z]\w+,?|and) ){0,3} \s? $",
    re.VERBOSE,
)
_WITHOUT = re.compile(r"\bwithout \s+ $", re.VERBOSE | re.IGNORECASE)
# An offence that somebody has committed, is suspected of or was convicted of is spoken of, not made.
_SPOKEN_OF = re.compile(
    r"""\b(?: has | have | had | having | been | about \s to | to | suspected | accused | if | where | against | design \s to | would |
    could | of | who
    | again | which | that | whether ) \s+ (?: just \s+ | also \s+ | previously \s+ )? $""",
    re.VERBOSE | re.IGNORECASE,
)
_COMMITTED = re.compile(r"\b(?: committed | commit | convicted | constitutes? )\b", re.VERBOSE | re.IGNORECASE)
_BINDS = re.compile(r"\b(?: shall | must | deemed ) (?: \s+ \w+ ){0,3} \s+ $", re.VERBOSE | re.IGNORECASE)
_ADMINISTRATIVE = re.compile(
    r"\badministrative \s+ (?: \w+ \s+ )? $ | \b(?: authority | council | registrar | commission | board | minister | "
    r"agency | director )s? \b"
    r" [^.;]{0,140} \b impos(?: e | es | ing | ition ) \b [^.;]{0,40} $",
    re.VERBOSE | re.IGNORECASE,
)
_OFFENCE_WITH = re.compile(r"\boffences? \b [^.;,]{0,40} $", re.VERBOSE | re.IGNORECASE)
_PLACE = re.compile(r"\b(?: a | any | the | in | such | other | to ) \s+ $", re.VERBOSE | re.IGNORECASE)
# Persons bound: "who" with what they do, or a duty behind them. Persons that come to an office with something are left: "any person
# aggrieved", "an officer authorised by the Registrar", "any member appointed".
_NOT_BOUND = r"""(?! \W+ (?: \w+ \W+ ){0,4}? (?: aggrieved | affected | authori[sz]ed | appointed | interested | designated | nominated
| empowered
    | dissatisfied | wish | wishes | desires | intends ) \b )"""
_PERSON_BOUND = re.compile(
    rf"""{_NOT_BOUND} (?: \W+ (?: who | whom | convicted | found | guilty | knowingly | contravening | taking \s part | attending | in
    \s charge
    | engaged | suspected | responsible ) \b
    | [^.;:,]{{0,60}}? \b (?: shall | must | may \s not | commits? | (?: is | are ) \s (?: guilty | liable | prohibited | obliged |
    forbidden )
    | contravenes | is \s punish\w+ ) \b )""",
    re.VERBOSE | re.IGNORECASE,
)
_DUTY_INSIDE = re.compile(r"\b(?: shall | must )\b", re.VERBOSE | re.IGNORECASE)
_WHOEVER = re.compile(r"(?: who(?: so | m )* ever | anyone )", re.VERBOSE | re.IGNORECASE)
_SEIZED = re.compile(
    r"\b(?: arrest | detain | detention | interrogat | fingerprint | photograph | expel | expuls | exclud )\w* \b [^.;]{0,40} $",
    re.VERBOSE | re.IGNORECASE,
)
_REACH = 4000  # characters around persons named within which the prison is theirs
_PRISON = re.compile(r"\b(?: imprison\w* | prison | jail | deprivation \s of \s liberty )\b", re.VERBOSE | re.IGNORECASE)


def holds(kind: str, span: Span, text: str) -> bool:
    """Whether the words of `span` mean the attribute `kind` that a pattern saw in them."""
    sense = _SENSES.get(kind)
    return sense is None or sense(span, text)


def _appeal_is_shut(span: Span, text: str) -> bool:
    around = text[max(0, span.start - 40) : span.start]
    if _EITHER_WAY.search(around):
        return False
    return "final" not in span.of(text).lower() or not _COURT_ENDED.search(around)


def _an_official_decides(span: Span, text: str) -> bool:
    """Not a court, not an offender, not a prosecutor's consent to a charge; "at any time" needs somebody with a power."""
    inside, behind = span.of(text).lower(), text[span.end : span.end + 60]
    before = sentence_before(text, span.start)
    if inside == "at any time":
        return not _FIXED.match(behind) and bool(_MAY.search(before) and _OFFICIAL.search(before))
    if _CONSENT.search(inside):
        return bool(_OFFICIAL.search(inside + behind)) and not _COURT.search(behind) and not _PROSECUTOR.search(behind)
    if _COURT.search(inside) or (_OPEN_END.search(inside) and _COURT.search(behind[:40])):
        return False
    if inside.startswith(("ground", "reason", "basis")) and _REASONABLE.search(before):
        return False
    party = nearest_party(before)
    if party is Party.COURT and not _OFFICIAL.search(inside):
        return False
    return not (_BELIEVES.search(inside) and (party is Party.PEOPLE or _GUILTY_MIND.search(before)))


def _a_ground_is_vague(span: Span, text: str) -> bool:
    before, behind = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 40]
    if _WITHOUT.search(before):
        return False
    named = span.of(text)[:1].isupper() and (_NAME_BEHIND.match(behind) or _NAME_BEFORE.search(before))
    return not named


def _a_crime_is_made(span: Span, text: str) -> bool:
    """The rule itself punishes: it does not merely speak of somebody who was convicted, nor of another law's offence."""
    inside, before = span.of(text).lower(), sentence_before(text, span.start)
    if inside.startswith("fine"):
        return not _ADMINISTRATIVE.search(before)
    if inside.startswith("constitut"):
        return not _SPOKEN_OF.search(before)
    if _COMMITTED.search(inside) and not inside.startswith("commits"):
        return bool(_BINDS.search(before)) and not _SPOKEN_OF.search(before)
    if inside == "prison":
        return not _PLACE.search(before)
    return not (inside.startswith("punishable") and _OFFENCE_WITH.search(before))


def _a_person_is_bound(span: Span, text: str) -> bool:
    """Persons are commanded, punished or seized, not only named. Prison is for persons alone."""
    if _WHOEVER.match(span.of(text)) or _PRISON.search(text, max(0, span.start - _REACH), span.end + _REACH):
        return True
    before = text[max(0, span.start - 70) : span.start]
    bound = _DUTY_INSIDE.search(span.of(text)) or _PERSON_BOUND.match(text, span.end)
    return bool(bound or _SEIZED.search(before))


_SENSES: dict[str, Callable[[Span, str], bool]] = {
    "no_appeal": _appeal_is_shut,
    "executive_discretion": _an_official_decides,
    "vague_grounds": _a_ground_is_vague,
    "criminal_penalty": _a_crime_is_made,
    "applies_to_individuals": _a_person_is_bound,
}
