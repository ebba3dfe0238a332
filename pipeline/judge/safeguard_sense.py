"""Whether words that look like a safeguard grant one: who gives what to whom, and what is denied."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.judge.safeguard_exemptions import somebody_is_freed
from pipeline.judge.subjects import Party, nearest_party, sentence_before, sentence_behind
from pipeline.span import Span

# "without a warrant", "no appeal shall lie", "need not give reasons" take a safeguard away, five words before it at most.
_NEGATED = re.compile(
    r"\b(?:no|not|nor|never|neither|whether or not|notwithstanding|irrespective|regardless)\b(?:\W+\w+){0,5}\W*$", re.IGNORECASE
)
_WITHOUT = re.compile(r"\bwithout\b(?:\W+\w+){0,5}\W*$", re.IGNORECASE)
_NO = re.compile(r"\b(?:no|not|nor|never|neither|unlawful|prohibited|forbidden)\b", re.IGNORECASE)
_POWER = re.compile(r"\b(?: may | can | shall | must )\b (\s not \b)?", re.VERBOSE | re.IGNORECASE)
_NO_SUBJECT = re.compile(r"\b(?: no | nobody | nor | neither ) \b [^,;]* $", re.VERBOSE | re.IGNORECASE)
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
_UNDONE = re.compile(r"\b(?: de | un | not ) [\s-]* (?: regist | accept | approv | grant )", re.VERBOSE | re.IGNORECASE)
_EXECUTIVE_MAGISTRATE = re.compile(
    r"\b(?:District|Executive|Sub-?divisional|Additional District)\s(?:Magistrate|Collector)|Justice of the Peace", re.IGNORECASE
)
_REACH = 2000  # characters around a bare "Magistrate" within which his full title may stand
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
# Whoever disobeys an order of a court is punished by the rule, not protected by it.
_DISOBEYED = re.compile(
    r"\b(?: obstruct\w* | hinder\w* | resist\w* | disobe\w+ | contraven\w+ | disregard\w* | refus(?: es? | al ) \s to | "
    r"fail(?: s | ure )? \s to \s comply ) \b (?: \W+ \w+ ){0,6} \W* $",
    re.VERBOSE | re.IGNORECASE,
)
# What a court orders on top of a sentence.
_BESIDES = re.compile(r"\b(?: in \s addition \s to | convict\w* )\b", re.VERBOSE | re.IGNORECASE)
_OTHER_COURT = re.compile(r"\b(?: court | judge | tribunal | bench | warrant )", re.VERBOSE | re.IGNORECASE)
_OWN_WARRANT = re.compile(r"\s+ under \s+ (?: his | her | its ) \s+ hand", re.VERBOSE | re.IGNORECASE)
# A court to which an appeal went, or an action, decides after the act.
_REVIEWS = re.compile(
    r"\b(?: appeal(?:ed)? | attacked | challenged | contested | complain(?:t|s|ed)? | action \s against | objects? ) \b [^;]{0,90} $",
    re.VERBOSE | re.IGNORECASE,
)
_COURT_ACTS = re.compile(r"(?: courts? | judges? | magistrates? | tribunal | bench | justice )\b", re.VERBOSE | re.IGNORECASE)
_FOR_POWER = re.compile(r"\b(?: warrant | authori[sz]\w+ | dissol\w+ | search | intercept\w* | extension )\b", re.VERBOSE | re.IGNORECASE)
_APPLIES = re.compile(r"(?: apply | applies | applied | application | petition | request | recourse )", re.VERBOSE | re.IGNORECASE)
_SET_ASIDE = re.compile(r"\b(?: set \s (?: it \s )? aside | return | lifted | quash\w* | annul\w* | stay ) \b", re.VERBOSE | re.IGNORECASE)
_GOES = re.compile(r"\b(?: go | goes | turn | turns | apply | applies ) \b [^.;]{0,25} $", re.VERBOSE | re.IGNORECASE)
# "a judge or the officer in charge may": who can choose the other needs no court. "no court may stay it" shuts the court out.
_OR_OFFICER = re.compile(r"\bor \s (?: the | an? | any ) \s (?: \w+ \s )? officer\b", re.VERBOSE | re.IGNORECASE)
_NO_COURT = re.compile(r"\bno\s$", re.IGNORECASE)
_REPORTS = re.compile(r"(?: report | submit | notice )", re.VERBOSE | re.IGNORECASE)
# "the Ministry of Justice" is no court, "the trial court" comes after the deed.
_NO_JUDGE = re.compile(r"\b(?: minist(?:er|ry) \s of \s justice | trial \s (?: court | judge ) )\b", re.VERBOSE | re.IGNORECASE)
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
# "an appeal made to the tribunal", "suits brought by way of judicial review": an appeal is spoken of, none is opened.
_MENTIONED = re.compile(
    r"\b(?: appeals? | complaints? | objections? ) \s (?: (?: which | that ) \s (?: is | are | was | were | has \s been ) \s )? "
    r"(?: brought | referred | made | filed | lodged | presented | pending ) \b",
    re.VERBOSE | re.IGNORECASE,
)
_INSTITUTED = re.compile(r"\b(?: instituted | commenced | brought ) \s (?: by \s way \s of | for ) \s $", re.VERBOSE | re.IGNORECASE)
# A charge goes before a court, which is no appeal.
_TRIED = re.compile(r"\b(?: tried | taken | brought | laid | referred | submitted | carried )\b", re.VERBOSE | re.IGNORECASE)
_OF_BREACH = re.compile(
    r"^ \W* (?: of | for )? \W* (?: the | any | its | his )? \W* (?: alleged \s )? "
    r"(?: breach | non \W? complian | contraven | default | failure | violat )",
    re.VERBOSE | re.IGNORECASE,
)
# Reasons that a company owes its shareholders, or that an appeal must state in a list, are not the authority's.
_PEOPLE_REFUSE = re.compile(
    r"\b(?: compan(?:y|ies) | societ(?:y|ies) | associations? | organi[sz]ations? | providers? | publishers? | "
    r"licensees? | employers? | banks? ) \s (?: shall | must | may ) \s not \s refuse \b",
    re.VERBOSE | re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?: appeal | application | petition | objection | representation | complaint )s? \b [^.:—–]{0,60} "
    r"[—–:] \s* \( \s? \w \s? \) [^.]{0,200} $",
    re.VERBOSE | re.IGNORECASE,
)
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
# A consent that the rule demands is no protection from the authority that gives it.
_KNOWLEDGE = re.compile(r"knowledge|consent", re.IGNORECASE)


def holds(kind: str, span: Span, text: str) -> bool:
    """Whether the words of `span` grant the safeguard `kind` that a pattern saw in them."""
    return _SENSES[kind](span, text)


def _silence_grants(span: Span, text: str) -> bool:
    before = text[max(0, span.start - 60) : span.start]
    if _UNDONE.search(span.of(text)):
        return False
    return bool(_SILENCE.search(_sentence(text, span))) and not re.search(r"\bnot (?:be )?$", before)


def _other_holds(span: Span, text: str) -> bool:
    """Words such as "without hearing the body" deny a hearing; "without the knowledge of the owner" is a defence to an offence."""
    before, inside = text[max(0, span.start - 60) : span.start], span.of(text)
    if inside.lower().startswith("without") and _KNOWLEDGE.search(inside):
        whose = nearest_party(text[span.end : span.end + 40])
        return whose in (None, Party.PEOPLE) and bool(_TRIAL.search(_sentence(text, span)))
    return not (_WITHOUT.search(before) and _denied(span, text, False))


def _a_court_comes_first(span: Span, text: str) -> bool:
    inside, before = span.of(text), sentence_before(text, span.start)
    if _an_official_sits(inside, text, span):
        return False
    if re.match(r"satisfaction", inside, re.IGNORECASE) and re.search(r"\b(?:prove|establish|show)", before, re.IGNORECASE):
        return False
    if "warrant" not in inside and (_TRIAL.search(before[-120:]) or _TRIAL.search(inside)):
        return False
    if _COMPLIED.search(before) or _DISOBEYED.search(before) or _OWN_WARRANT.match(text, span.end) or "authority or" in inside:
        return False
    if "warrant" not in inside and _a_court_comes_after(inside, before, text[span.end : span.end + 100]):
        return False
    return not _denied(span, text, False)


def _an_official_sits(inside: str, text: str, span: Span) -> bool:
    """The District Magistrate is the executive; where he is named, a bare "the Magistrate" is he."""
    if "warrant" in inside:
        return False
    near = text[max(0, span.start - 14) : span.end + 12]
    bare = "magistrate" in inside.lower() and not _OTHER_COURT.search(inside)
    return bool(_EXECUTIVE_MAGISTRATE.search(text[max(0, span.start - _REACH) : span.end + _REACH] if bare else near))


def _a_court_comes_after(inside: str, before: str, behind: str) -> bool:
    """It reviews what was done, or those whom the rule touches go there, or there is no need of it."""
    if _NO_JUDGE.search(before[-13:] + inside + behind[:12]) or _OR_OFFICER.search(inside) or "appealed" in inside:
        return True
    party = nearest_party(_main_clause(before))
    if _COURT_ACTS.match(inside):
        went = party is Party.PEOPLE and _GOES.search(before)
        return bool(went or _REVIEWS.search(before) or _BESIDES.search(inside + behind) or _NO_COURT.search(before))
    if _APPLIES.match(inside):
        theirs = party not in (Party.AUTHORITY, Party.COURT) and not _FOR_POWER.search(inside + behind)
        return theirs or bool(_REDRESS.search(before) or (party is not Party.AUTHORITY and _SET_ASIDE.search(behind)))
    return party is Party.PEOPLE and bool(_REPORTS.match(inside))


def _a_court_hears_appeals(span: Span, text: str) -> bool:
    inside, before = span.of(text).lower(), sentence_before(text, span.start)
    if "pending" in inside or (
        inside.startswith(("brought", "filed", "lodged"))
        and not re.search(r"\b(?:appeal|action|suit|complaint|challenge|petition|objection)", before, re.IGNORECASE)
    ):
        return False
    if _MENTIONED.search(inside) or _INSTITUTED.search(before) or _EXECUTIVE_MAGISTRATE.search(text[span.start : span.end + 12]):
        return False
    if _TRIED.search(inside) and _TRIAL.search(before):
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
        or (_PARTICULARS.search(inside) and not re.search(r"\breasons?\b", inside, re.IGNORECASE) and not _OF_BREACH.match(behind))
        or _PEOPLE_REFUSE.search(before)
        or _LISTED.search(text[max(0, span.start - 250) : span.start])
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
    "exemption": somebody_is_freed,
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
    above = sentence_before(text, span.start, 250)
    if _WITHOUT.search(before) or inside.lower().startswith("without"):
        return not _NO.search(above) or _granted_last(above)
    lifted = not appeal and _LIFTED.search(above)
    return bool(_NEGATED.search(before)) and not lifted


def _granted_last(above: str) -> bool:
    """Whether the verb nearest to "without" allows: "where a person does not obey, an officer may arrest him without"."""
    powers = list(_POWER.finditer(above))
    return bool(powers) and not powers[-1][1] and not _NO_SUBJECT.search(above[: powers[-1].start()])


def _sentence(text: str, span: Span) -> str:
    """The sentence around a span, 400 characters at most on either side."""
    return sentence_before(text, span.start, 400) + span.of(text) + sentence_behind(text, span.end, 400)
