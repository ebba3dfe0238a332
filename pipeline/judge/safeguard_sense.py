"""Whether words that look like a safeguard grant one: who gives what to whom, and what is denied."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.judge.subjects import SENTENCE_END, Party, nearest_party, sentence_before
from pipeline.span import Span

# "without a warrant", "no appeal shall lie", "need not give reasons" take a safeguard away, five words before it at most.
_NEGATED = re.compile(
    r"\b(?:no|not|nor|never|neither|whether or not|notwithstanding|irrespective|regardless)\b(?:\W+\w+){0,5}\W*$", re.IGNORECASE
)
_WITHOUT = re.compile(r"\bwithout\b(?:\W+\w+){0,5}\W*$", re.IGNORECASE)
_NO = re.compile(r"\b(?:no|not|nor|never|neither|unlawful|prohibited|forbidden)\b", re.IGNORECASE)
# "shall not be searched except by", "only under": what is denied is the act, not the safeguard.
_LIFTED = re.compile(r"\b(?:unless|except|save|only|until|other than|otherwise than|without|before|but)\b", re.IGNORECASE)
_NEGATED_WITHIN = re.compile(r"\b(?:no court|no appeal|not be (?:called|questioned|subject)|shall not lie)\b", re.IGNORECASE)
# The authority's silence: "fails to reply", "no decision is given", "on the expiry of". Without it "deemed registered" is a fiction
# of transition, not a grant.
_SILENCE = re.compile(
    r"\bfail\w*\b|\bdelay|\bsilence\b|\btacit\w*|\bexpir\w+|\belaps\w+|\blapse[sd]?\b|\bno (?:repl|decision|response|objection|"
    r"notice|answer|notification)\w*"
    r"|\b(?:not|without)\b[^.;]{0,60}\b(?:decid|repl|respon|notif|object|inform|determin|communicat|intimat|grant|approv|"
    r"authenticat|reject|refus|answer|act|process|dispos|issu)\w*|\bsays? nothing\b|\bis silent\b|\bhas not spoken\b",
    re.IGNORECASE,
)
_EXECUTIVE_MAGISTRATE = re.compile(
    r"\b(?:District|Executive|Sub-?divisional|Additional District)\s(?:Magistrate|Collector)|Justice of the Peace", re.IGNORECASE
)
# A court that tries, sentences or hears an excuse stands behind the power, not before it.
_TRIAL = re.compile(
    (
        r"\b(?: convict\w* | offences? | prove[sd]? | establish\w* | fine | defence | penalt\w+ | sentenc\w+ | accused | guilty "
        r"| aggrieved )\b"
    ),
    re.VERBOSE | re.IGNORECASE,
)
# "having complied with the warrant" presupposes one; an officer's "warrant under his hand" is his own.
_COMPLIED = re.compile(r"\b(?: compl(?: y | ied | ying | iance ) | obey\w* ) \s+ $", re.VERBOSE | re.IGNORECASE)
_OWN_WARRANT = re.compile(r"\s+ under \s+ (?: his | her | its ) \s+ hand", re.VERBOSE | re.IGNORECASE)
_REDRESS = re.compile(r"\b(?: aggrieved | appeal\w* | set \s aside | challeng\w+ | review | served )\b", re.VERBOSE | re.IGNORECASE)
# Reasons that an applicant, an appellant or a member owes; "reasons of security"; "reason to believe".
_REASONS_OF = re.compile(
    r"""^ (?: \W* (?: of \s+ (?: \w+ \s+ ){0,2}? (?: security | order | policy | morals? | health | safety | interest | state |
    necessity | force
    | conscience | urgency | economy | age | sex | race | religion | ill | operational | confidentiality ) \b
    | to \s+ (?: believe | suspect | suppose | think | fear ) | the \s+ appeal | late \b | lateness | absence | delay ) )""",
    re.VERBOSE | re.IGNORECASE,
)
_OPPORTUNITY = re.compile(r"\bopportunity\b", re.IGNORECASE)
_PARTICULARS = re.compile(r"\b(?:particulars|details|basis|reasonable grounds|contact)\b", re.IGNORECASE)
# An authority that goes to court asks for a power; those whom it touches seek redress.
_ASKS = re.compile(
    r"(?: go | goes | apply | applies | ask | asks | petition | object | resort | turn | sue | invoke | seize )\b", re.VERBOSE
)
_OWED_BY_PEOPLE = re.compile(
    r"""\b(?: (?: applicant | appellant | appeal | objector | complainant | event \s \w+ | organi[sz]er | application | submit |
    petition | request
    | objection | representation )s? \b [^.;]{0,90} | opportunity \s (?: to | of ) \s (?: \w+ \s ){0,2} | dissatisfied \s (?: \w+ \s
    ){0,3} ) $""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_A_DECISION = re.compile(
    r"\b(?: record\w* | refus\w+ | reject\w* | decision | cancel\w+ | suspen\w+ | revo\w+ | prohibit\w+ | order | therefor )\b",
    re.VERBOSE | re.IGNORECASE,
)
# What a clause of the kind "nothing in this section" leaves to the authority, or to the rest of the law, frees nobody.
_FREES_NOBODY = re.compile(
    r"""\b(?: affect\w* | derogat\w+ | limit\w* | empower\w* | authori[sz]e\w* | (?: prevent | preclude | bar | prohibit | restrict |
    require
    | oblige | stop )\w* \s (?: a | any ) \s (?: further | other )
    | conferr\w+ | (?: prevent | preclude | bar | prohibit | restrict | require | oblige | stop )\w* \s (?: the | a | any ) \s (?:
    further | other | \w+ \s )? (?: minister | president | registrar | authority | commission(?:er)?
    | board | court | director | government | magistrate | police | officer | award | making | taking | recovery | prosecution | judge
    | applicant
    | security | institution | penalty | member \s of ) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OTHER_LAW = re.compile(
    r"\b(?: Code | Interpretation | Procedure | Evidence \s Act | Limitation \s Act )\b [^.;]{0,60} $", re.VERBOSE | re.IGNORECASE
)
_CONDITION = re.compile(r"\b(?: if | where | when | whether ) \s [^.;,]{0,40} $", re.VERBOSE | re.IGNORECASE)
_EXEMPT_BODY = re.compile(
    (
        r"^ \s+ (?: societ | local | associat | organi[sz]at | bod | or \s regist | and \s regist | granted | as \s the | that "
        r"\s can | under )"
    ),
    re.VERBOSE | re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?: not | rescind\w* | revok\w+ | cancel\w* | withdraw\w* | no ) \s (?: \w+ \s ){0,2} $", re.VERBOSE | re.IGNORECASE
)
# "except in accordance with", "save in conformity with", "except for the purposes of" state the rule, they open no way out of it.
_RULE = re.compile(
    r"""^ \W* (?: an? \s | the \s | very \s )? (?: accordance | conformity | compliance | pursuance | regard | purposes? | such \s manner
    | the \s manner | reasons? | exceptional | liquidation | presence | context | otherwise | provided | as \s )""",
    re.VERBOSE | re.IGNORECASE,
)
_EXCEPTION = re.compile(r"^(?:except|save)\b", re.IGNORECASE)
_NOT_NECESSARY = re.compile(r"\b(?: necessary | required | obliged )\b", re.VERBOSE | re.IGNORECASE)
_ON_AUTHORITY = re.compile(
    r"^ \W* (?: for | on | by ) \s (?: the | a | an | any ) \s (?: \w+ \s ){0,2} (?: prosecut\w+ | minister | authority | "
    r"registrar | commission(?:er)?"
    r" | officer | court | board | police )\b",
    re.VERBOSE | re.IGNORECASE,
)
# A consent that the rule demands is no protection from the authority that gives it.
_KNOWLEDGE = re.compile(r"knowledge|consent", re.IGNORECASE)


def holds(kind: str, span: Span, text: str) -> bool:
    """Whether the words of `span` grant the safeguard `kind` that a pattern saw in them."""
    return _SENSES[kind](span, text)


def _silence_grants(span: Span, text: str) -> bool:
    before = text[max(0, span.start - 60) : span.start]
    return bool(_SILENCE.search(_sentence(text, span))) and not re.search(r"\bnot (?:be )?$", before)


def _somebody_is_freed(span: Span, text: str) -> bool:
    """The regulated, not the authority; by this law, not by what another law leaves out."""
    inside, behind, before = span.of(text).lower(), text[span.end : span.end + 160], sentence_before(text, span.start)
    if inside.startswith("exempt"):
        return not (_EXEMPT_BODY.match(behind[:40]) or _TAKEN_BACK.search(before))
    if _EXCEPTION.match(inside):
        return not _RULE.match(behind[:40])
    if _NOT_NECESSARY.search(inside):
        return not (_ON_AUTHORITY.match(behind) or nearest_party(before) is Party.AUTHORITY)
    if _OTHER_LAW.search(before) or _CONDITION.search(before):
        return False
    stop = SENTENCE_END.search(behind)
    return not _FREES_NOBODY.search((inside + behind[: stop.start()] if stop else inside + behind)[:110])


def _other_holds(span: Span, text: str) -> bool:
    """Words such as "without hearing the body" deny a hearing; "without the knowledge of the owner" is a defence to an offence."""
    before, inside = text[max(0, span.start - 60) : span.start], span.of(text)
    if inside.lower().startswith("without") and _KNOWLEDGE.search(inside):
        whose = nearest_party(text[span.end : span.end + 40])
        return whose in (None, Party.PEOPLE) and bool(_TRIAL.search(_sentence(text, span)))
    return not (_WITHOUT.search(before) and _denied(span, text, False))


def _a_court_comes_first(span: Span, text: str) -> bool:
    inside, before = span.of(text), sentence_before(text, span.start)
    if "warrant" not in inside and _EXECUTIVE_MAGISTRATE.search(text[max(0, span.start - 14) : span.end + 12]):
        return False
    if re.match(r"satisfaction", inside, re.IGNORECASE) and re.search(r"\b(?:prove|establish|show)", before, re.IGNORECASE):
        return False
    if "warrant" not in inside and (_TRIAL.search(before[-120:]) or _TRIAL.search(inside)):
        return False
    if _COMPLIED.search(before) or _OWN_WARRANT.match(text, span.end) or "authority or" in inside:
        return False
    if re.match(r"(?:apply|appl|petition|recourse)", inside, re.IGNORECASE) and _REDRESS.search(before):
        return False
    return not _denied(span, text, False)


def _a_court_hears_appeals(span: Span, text: str) -> bool:
    inside, before = span.of(text).lower(), sentence_before(text, span.start)
    if "pending" in inside or (
        inside.startswith(("brought", "filed", "lodged"))
        and not re.search(r"\b(?:appeal|action|suit|complaint|challenge|petition|objection)", before, re.IGNORECASE)
    ):
        return False
    if _ASKS.match(inside) and nearest_party(_main_clause(before)) in (Party.AUTHORITY, Party.COURT):
        return False
    return not _denied(span, text, True)


def _main_clause(before: str) -> str:
    """The words behind the last comma that name a party, else all of them."""
    return next((clause for clause in reversed(before.split(",")) if nearest_party(clause)), before)


def _reasons_are_owed(span: Span, text: str) -> bool:
    """By the authority to those whom it touches; not by an applicant, and not "for reasons of security"."""
    inside, before, behind = span.of(text), sentence_before(text, span.start), text[span.end : span.end + 60]
    if (
        _OPPORTUNITY.search(inside)
        or _REASONS_OF.match(behind)
        or (_PARTICULARS.search(inside) and not re.search(r"\breasons?\b", inside, re.IGNORECASE))
    ):
        return False
    owed = _OWED_BY_PEOPLE.search(before)
    if owed and not (
        _OF_A_DECISION.search(inside + behind[:30]) and not owed.group().lower().startswith(("opportunity", "dissat", "appeal"))
    ):
        return False
    return not _denied(span, text, False)


_SENSES: dict[str, Callable[[Span, str], bool]] = {
    "deemed_grant": _silence_grants,
    "exemption": _somebody_is_freed,
    "other": _other_holds,
    "judicial_authorisation": _a_court_comes_first,
    "appeal_to_court": _a_court_hears_appeals,
    "reasons": _reasons_are_owed,
}


def _denied(span: Span, text: str, appeal: bool) -> bool:
    """Whether the safeguard is denied: "without" one, unless nothing may be done without it; "no" one, unless "except" lifts it."""
    inside, before = span.of(text), text[max(0, span.start - 60) : span.start]
    if _NEGATED_WITHIN.search(inside):
        return True
    above = text[max(0, span.start - 250) : span.start]
    stops = list(SENTENCE_END.finditer(above))
    above = above[stops[-1].end() :] if stops else above
    if _WITHOUT.search(before) or inside.lower().startswith("without"):
        return not _NO.search(above)
    lifted = not appeal and _LIFTED.search(above)
    return bool(_NEGATED.search(before)) and not lifted


def _sentence(text: str, span: Span) -> str:
    """The sentence around a span, 400 characters at most on either side."""
    before, behind = text[max(0, span.start - 400) : span.start], text[span.end : span.end + 400]
    stops = list(SENTENCE_END.finditer(before))
    stop = SENTENCE_END.search(behind)
    return (before[stops[-1].end() :] if stops else before) + span.of(text) + (behind[: stop.start()] if stop else behind)
