"""Limits of time: on an authority, which protect (a deadline for its decision, a term for its order), and on people, which press."""

from __future__ import annotations

import re

from pipeline.judge.quantities import quantities
from pipeline.judge.subjects import binds_authority, sentence_before, sentence_behind
from pipeline.span import Span

_TIME = re.compile(r"\b(?:hour|day|week|month|year|fortnight)", re.IGNORECASE)
# Stands before a deadline, a few words off: "within a period of".
_WITHIN = re.compile(
    r"\b(?: within | not \s later \s than | no \s later \s than | before \s the \s (?: end | expiry ) \s of | not \s "
    r"exceeding | in | beyond | than ) \b"
    r" [^.;]{0,40} $",
    re.VERBOSE | re.IGNORECASE,
)
# What the authority itself may not outlast: an order in force, a detention, a suspension, a warrant. "suspend the certificate for a
# period of", "detained for not more than", "remain in force for". A bare "for ten days" behind a verb of power counts too.
_ACT = (
    r"(?: in \s force | in \s effect | have \s effect | has \s effect | detain(?: ed | s )? | detention | orders? | ordered "
    r"| suspen(?: d | ds | ded | sion )"
    r" | extend(?: ed | s )? | extension | prohibit(?: ed | s | ion )? | warrants? | directions? | declaration | "
    r"authori[sz]ation | interception"
    r" | collection | preserv(?: e | ed | ation ) | supersede | clos(?: e | ed | ing | ure ) | injunction | ban | curfew | "
    r"blocked | custody"
    r" | seized | freez(?: e | ing ) | frozen | proclamation | retain(?: ed )? | valid )"
)
_TERM = re.compile(
    rf"""\b{_ACT}\b [^.;]{{0,110}}? \b(?: not \s exceed(?: ing )? | no(?: t )? \s (?: in \s any \s case \s )? (?: be \s )?
    (?: more | longer | later ) \s than | up \s to |
    beyond | exceeding
    | maximum \s (?: period \s )? of | in \s force \s for | for \s (?: a | such | the | any | another | one | further | additional ) \s
    (?: \w+ \s ){{0,3}}? period (?: s )? (?: \s of )? | cease \s to \s have \s effect | must \s not \s be | duration ) \b [^.;]{{0,30}}
    $""",
    re.VERBOSE | re.IGNORECASE,
)
_VALID = re.compile(
    r"\b(?: authori[sz]ation | warrant | order | direction | ban | measure )s? \b [^.;]{0,60} \b valid \b [^.;]{0,30} $",
    re.VERBOSE | re.IGNORECASE,
)
_LICENCE = re.compile(
    (
        r"\b(?: certificate | licen[cs]e | permit | registration | card | accreditation )s? \b [^.;]{0,80} \b(?: valid | force |"
        r" renew\w* | expir\w* ) \b"
    ),
    re.VERBOSE | re.IGNORECASE,
)
# "where the order is to last for more than a month", "a ban of more than a day may be reviewed": a condition, no limit.
_CONDITION = re.compile(
    r"""(?: \b(?: if | where | when | whose | which ) \b [^.;]{0,160} | \b(?: an? | any | every ) \s [^.;,]{0,40} )
    (?<! not ) (?<! no ) (?<! never ) \s (?: exceeding | exceeds? | (?: more | longer ) \s than ) \s (?: a \s period \s of \s )? $""",
    re.VERBOSE | re.IGNORECASE,
)
_CLAUSE = re.compile(r",|\band\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?: no | not | nor | never | nobody )\b", re.VERBOSE | re.IGNORECASE)
# "state the period (not exceeding a year) for which the ban runs"
_IN_FORCE_FOR = re.compile(
    r"\W* (?: for | during ) \s which \s (?: the | an? ) \s (?: order | declaration | direction | ban | warrant | suspension ) \b",
    re.VERBOSE | re.IGNORECASE,
)
_PERIOD = re.compile(r"\bperiod \W* (?: of \s )? not \s (?: exceeding | longer \s than ) \s $", re.VERBOSE | re.IGNORECASE)
_MINIMUM = re.compile(
    r"\b(?: minimum \s (?: \w+ \s ){0,2}? (?: of \s )? | at \s least \s | not \s less \s than \s ) $", re.VERBOSE | re.IGNORECASE
)
# A suspension that ends is no protection from a dissolution, which does not.
_SUSPENDS = re.compile(r"\bsuspen(?:d|ds|ded|ding|sion)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:dissol(?:ve|ves|ved|ution)|de-?regist\w+|str(?:uck|ike|ikes) off|liquidat\w+|wound up|winding[- ]up|extinct\w*|"
    r"cancel(?:s|led|lation)?"
    r"|revok(?:e|es|ed)|withdraw(?:s|n|al)?|annul\w*|ban(?:s|ned)?)\b",
    re.IGNORECASE,
)
_REACH = 1200  # characters around a limit within which its unit begins and ends
_UNIT = re.compile(r"(?:^|\s)\(\d{1,3}[A-Z]{0,2}\)\s|\n")
_PUNISHED = re.compile(r"imprison|\bfine\b|prison|offence|convict", re.IGNORECASE)
# What the authority does within the time: it decides, answers, releases; not what it is asked, nor its own housekeeping.
_DECIDES = re.compile(
    r"""\b(?: decid\w+ | decision | determin\w+ | grant\w* | refus\w+ | reject\w* | register\w* | registration | issu(?: e | es | ed |
    ing ) | repl(?: y | ies )
    | respond\w* | response | notif(?: y | ies | ied ) | inform\w* | return(?: s | ed )? | releas\w+ | confirm\w* | revok\w+ |
    dispos\w+ | consider\w*
    | communicat\w+ | forward\w* | refer(?: s | red )? | approv\w+ | renew\w* | intimat\w+ | answer\w* | hear(?: s | d )? | rule(?: s |
    d )? | pass(?: es | ed )?
    | examin\w+ | complet\w+ | convey\w* | furnish | produc\w+ | bring\w* | brought | resolv\w+ | acknowledg\w+ | enter(?: s | ed )? |
    deliver\w*
    | acts? | object\w* | takes? | destroy\w* | discontinu\w+ | lapses? | review\w* | report\w* | serve\w* | records? | comments? |
    authenticat\w+ )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# The time is somebody else's: an appellant's, an applicant's, or the society's that is called upon.
_THEIRS = re.compile(
    r"""\b(?: appeals? | appealed | aggrieved | dissatisfied | objections? \s (?: may | shall ) | revision | (?: make | file ) \s (?: a
    \s )? representations? | apply | applies | application \s
    (?: shall | must | may ) | calling \s upon | call \s upon | requiring | require | requires | request(?: s | ing )? | requested |
    directing | order(?: s | ing )? \s
    (?: any | the ) \s (?: \w+ \s ){0,2}? (?: society | association | organi[sz]ation ) | to \s furnish | submit(?: ted )? \s to \s the
    | failed | fails
    | not \s less \s than | at \s least | publish\w* | appoint\w* | vacanc\w+ | gazette )\b [^.;]{0,140} $""",
    re.VERBOSE | re.IGNORECASE,
)
# "An appeal against a refusal ... may be preferred within", however long what is appealed; "may within ten days apply".
_THEIR_APPEAL = re.compile(
    r"^ \W* (?: \w{1,3} \W+ )* (?: an? | any | every | the )? \s? (?: appeal | objection | representation | petition | "
    r"complaint )s? \b [^.;]* \b (?: preferred | lodged | filed | made | brought | submitted | presented | taken ) \b [^.;,]{0,80} $",
    re.VERBOSE | re.IGNORECASE,
)
_THEY_ASK = re.compile(
    r"^ [^.;]{0,150}? (?: , | \) | may | shall ) \s (?: apply | appeal | object | petition | lodge | make \s (?: an? \s )? "
    r"(?: representations? | application | objection | appeal ) ) \b",
    re.VERBOSE | re.IGNORECASE,
)
# Somebody else is set to work, or an officer reports to his own superiors.
_SET_TO_WORK = re.compile(r"\bauthori[sz]e \s (?: an? | any ) \b [^.;]{0,60} \b to \b [^.;]{0,60} $", re.VERBOSE | re.IGNORECASE)
_OWN_REPORT = re.compile(
    r"^ [^.;]{0,60}? , \s (?: submit | send | make | furnish ) \s (?: his | her | its | the | an? ) \s (?: \w+ \s ){0,2} report \b",
    re.VERBOSE | re.IGNORECASE,
)
# "the decision shall be made within", "reasons are sent within": whoever does it, it is the authority's.
_PASSIVE = re.compile(
    r"""\b(?: orders? | decisions? | determinations? | answer | reply | ruling | certificate | refusal | result | reasons | review |
    permission
    | authentication | receipt | licen[cs]e ) \b [^.;,]{0,80} \b (?: shall | must | is | are | be ) \s (?: be \s )? (?: made | given |
    issued | taken
    | delivered | sent | rendered | handed | notified | communicated | announced | adopted | pronounced | put | heard | confirmed ) \b
    [^.;]{0,50} $""",
    re.VERBOSE | re.IGNORECASE,
)
_DELAY = re.compile(
    r"\b(?: delay | extension | suspension | detention | order | ban ) \b [^.;,]{0,60} \b more \s than \s $", re.VERBOSE | re.IGNORECASE
)
_LAPSE = re.compile(r"\b(?: released | discharged | returned | restored ) \b [^.;]{0,120} $", re.VERBOSE | re.IGNORECASE)


def limits_on_authority(text: str) -> list[Span]:
    """Limits of time on what an authority does; spans into `text`."""
    if not _TIME.search(text):
        return []
    return [q.span for q in quantities(text) if q.sort == "time" and limits_authority(text, q.span)]


def lent(text: str, span: Span, to: str) -> bool:
    """Whether the limit in `span` of `text` may protect from what another unit's text `to` does: the term of a suspension does
    not protect from a power that does not suspend.
    """
    return not _SUSPENDS.search(_unit(text, span)) or bool(_SUSPENDS.search(to)) or not _ENDS.search(to)


def _unit(text: str, span: Span) -> str:
    """The numbered unit, or the paragraph, in which the span stands."""
    start, end = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    above = [m.end() for m in _UNIT.finditer(text, start, span.start)]
    below = _UNIT.search(text, span.end, end)
    return text[above[-1] if above else start : below.start() if below else end]


def limits_authority(text: str, span: Span) -> bool:
    """Whether the time in `span` of `text` is one that the authority must keep, or that its act may not outlast."""
    before = sentence_before(text, span.start)
    if _PUNISHED.search(before[-90:]):
        return False
    if _MINIMUM.search(before) or _a_condition(before):
        return False
    if _PERIOD.search(before) and _IN_FORCE_FOR.match(text, span.end):
        return True
    if (term := _TERM.search(before[-170:])) and not _LICENCE.search(before):
        return not (_SUSPENDS.match(term.group()) and _ENDS.search(_unit(text, span)))
    if any(pattern.search(before) for pattern in (_VALID, _LAPSE, _DELAY)):
        return True
    return _decides_within(text, span, before)


def _a_condition(before: str) -> bool:
    return bool(_CONDITION.search(before)) and not _NEGATED.search(_CLAUSE.split(before)[-1])


def _decides_within(text: str, span: Span, before: str) -> bool:
    if not _WITHIN.search(before[-60:]) or _THEIRS.search(before):
        return False
    rest = sentence_behind(text, span.end, 120)
    if _THEIR_APPEAL.search(before) or _SET_TO_WORK.search(before) or _OWN_REPORT.match(rest):
        return False
    bound = binds_authority(text, span.start)
    if _THEY_ASK.match(rest) and not bound:
        return False
    return bool(_PASSIVE.search(before)) or (bound and bool(_DECIDES.search(before + rest)))
