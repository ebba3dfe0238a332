"""Facts: the numbers that a rule turns on, as values with units, and the authorities that it names."""

from __future__ import annotations

import re

from pipeline.finding import Fact
from pipeline.judge.authorities import authorities
from pipeline.judge.quantities import quantities
from pipeline.judge.quantity import Quantity
from pipeline.judge.subjects import SENTENCE_END, sentence_behind
from pipeline.span import Span

_PRISON = re.compile(
    (
        r"imprison|\bprison\b|\bjail|\bgaol|custodial|deprivation of liberty|penal servitude|hard labour|detention of (?:not|"
        r"up)|sentenced? (?:to|of|for)|rigorous|\barrest(?:o mayor)? (?:for|of)\b|(?:limitation|restriction) of (?:liberty|freedom)"
    ),
    re.IGNORECASE,
)
# "two years' imprisonment", "six months of prison"
_PRISON_BEHIND = re.compile(
    r"['’]?s?['’]? (?:of |in |rigorous |simple |hard )*(?:imprisonment|prison|jail|penal|detention|deprivation)", re.IGNORECASE
)
_LIFE = re.compile(
    (
        r"\b(?:imprison(?:ment|ed) (?:for|of) (?:the (?:term|remainder) of (?:his|her|the)? ?(?:natural )?)?life|life[ "
        r"-](?:imprisonment|sentence)|sentence of life)\b"
    ),
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\bnoti(?:ce|fy|fied|fies|fication|fications)\b|\binform(?:s|ed|ing)?\b|\bintimat", re.IGNORECASE)
# "thirty days' notice", "48 hours before the meeting", "ten days in advance"
_AHEAD = re.compile(
    (
        r"['’]?s?['’]? ?(?:(?:prior |previous |advance |written |public |clear |at least )*noti(?:ce|fication)|(?:before|prior "
        r"to|in advance|ahead|earlier|preceding|beforehand|of the (?:intended|proposed|planned|scheduled))\b)"
    ),
    re.IGNORECASE,
)
_NOTICE_OF = re.compile(
    r"(?:noti(?:ce|fication)(?: period)?(?: in writing)?|\badvance|\banticipation) (?:of|for) (?:a period of )?"
    r"(?:at least|not less than|no less than|a minimum of)?\s*$",
    re.IGNORECASE,
)
# "within five years before", "for two years before" look back, not ahead.
_AGE = re.compile(r"\bage of (?:at least |not less than )?$|\baged (?:over |under |at least )?$", re.IGNORECASE)
# A day-fine is counted in days and is no prison: "a fine of up to 360 days". How much it is, nothing here says.
_DAY_FINE = re.compile(r"\bfine of (?:up to |not more than |at least |not less than )?$", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:within|during|(?<!applied )(?<!apply )for|in) (?:the |a period of |a )?(?:last |preceding |previous )?$", re.IGNORECASE
)
_FEE = re.compile(
    r"\bfees?\b|\bcharges?\b|\bduty of\b|\b(?:state|stamp|registration) duty\b|\bstamp\b|\bdues\b|\bsubscription|\bdeposits?\b|\bbond\b"
    r"|\bsecurity\b(?! (?:service|agency|of))|\bguarantee\b|\bcosts\b|\bsurety\b",
    re.IGNORECASE,
)
_FINE = re.compile(
    r"\bfined?\b|\bfines\b|\bpenalt(?:y|ies)\b|\bpunish|\boffence\b|\bconvict|\bsurcharge\b|\bamende\b"
    r"|\b(?:fails?|failure|default|contraven\w+|violat\w+)\b.{0,80}\bpay\b",
    re.IGNORECASE,
)
# Said of forming a body: before the number also "to register", behind it not ("a group of more than ten shall register").
_FOUND = re.compile(
    r"\bfound(?:ed|er|ing|ation)?s?\b|\bpromoter|\bform(?:ed|ing|ation)?\b|\bestablish|\bconstitut(?:e|ed|ing)\b|\bincorporat(?:e|es|ion)\b|"
    r"\bcreate",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\bregist(?:er|ration|ered)\b|\bapplication\b.*\bmade by\b|\bsubscrib|\binitiat", re.IGNORECASE)
_FOUNDING = re.compile(r"found|promoter|incorporator|subscriber", re.IGNORECASE)
# "Maximum penalty: 60 penalty units": what stands before this colon belongs to the sum.
_NAMED_PENALTY = re.compile(r"\b(?:penalty|penalties|fine|fee|fees|sanction)$", re.IGNORECASE)
_CAP = re.compile(
    (
        r"\b(?:not|never|no)\b[^.;]{0,20}\b(?:exceed|more than|greater than|above|over)|\bmaximum\b|\bup to\b|\bat most\b|\bin "
        r"excess of\b|\bexceed"
    ),
    re.IGNORECASE,
)


def find_facts(text: str, start: int, countries: tuple[str, ...] = ()) -> tuple[Fact, ...]:
    """The facts of a provision's `text` that begins at `start` of the document; `countries` say whose money it is."""
    found = [
        _fact(q, text)
        for q in quantities(text, countries)
        if not (q.sort == "time" and _DAY_FINE.search(text[max(0, q.span.start - 40) : q.span.start]))
    ]
    found += [Fact("prison", 0.0, "none", m.group(), Span(*m.span())) for m in _LIFE.finditer(text)]
    found += [Fact("authority", 0.0, "none", span.of(text), span) for span in authorities(text)]
    found.sort(key=lambda fact: fact.span)
    return tuple(Fact(f.kind, f.value, f.unit, f.text, f.span.shift(start)) for f in found)


def _fact(quantity: Quantity, text: str) -> Fact:
    before, behind = _around(text, quantity.span)
    if quantity.sort == "people" and _FOUNDING.search(quantity.span.of(text)):
        kind = "founders"
    else:
        kind = _KINDS[quantity.sort](quantity, before, behind)
    return Fact(kind, round(quantity.value, 3), quantity.unit, quantity.span.of(text), quantity.span)


def _around(text: str, span: Span) -> tuple[str, str]:
    """The words of the sentence before and behind the span, 160 characters at most."""
    before = text[max(0, span.start - 160) : span.start]
    stops = [m for m in SENTENCE_END.finditer(before) if not (m.group() == ":" and _NAMED_PENALTY.search(before[: m.start()]))]
    return (before[stops[-1].end() :] if stops else before), sentence_behind(text, span.end)


def _time_kind(quantity: Quantity, before: str, behind: str) -> str:
    if quantity.unit == "year" and _AGE.search(before):
        return "count"
    if _PRISON_BEHIND.match(behind) or _prison_before(before):
        return "prison"
    if _NOTICE_OF.search(before):
        return "notice_period"
    if _AHEAD.match(behind) and (_NOTICE.search(before + behind) or not (_BACK.search(before) or quantity.unit == "year")):
        return "notice_period"
    return "time_limit"


def _prison_before(before: str) -> bool:
    """Whether the last thing spoken of is prison: "imprisonment for a term not exceeding", not "imprisonment, within"."""
    found = list(_PRISON.finditer(before))
    if not found:
        return False
    between = before[found[-1].end() :]
    return len(between) < 110 and not re.search(r"\bwithin\b|\bafter\b|\bexpir|\bbefore\b|\bperiod of\b.*\bfrom\b|\bage\b", between)


def _money_kind(quantity: Quantity, before: str, behind: str) -> str:
    fine, fee = _last(_FINE, before), _last(_FEE, before)
    if max(fine, fee) < 0:
        fine, fee = _last(_FINE, behind[:60]), _last(_FEE, behind[:60])
    if fine < 0 <= fee or fee > fine:
        return "fee"
    return "fine" if fine >= 0 or quantity.unit == "currency_point" else "cap"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def _people_kind(quantity: Quantity, before: str, behind: str) -> str:
    if _CAP.search(before[-40:]):
        return "cap"
    if _FOUNDING.search(before[-20:] + behind[:20]):
        return "founders"
    forms = _FOUND.search(before[-90:] + behind[:60]) or _JOIN.search(before[-60:])
    return "founders" if forms and quantity.value > 1 else "count"


def _things_kind(quantity: Quantity, before: str, behind: str) -> str:
    return "cap" if _CAP.search(before[-40:]) else "count"


_KINDS = {
    "time": _time_kind,
    "age": lambda quantity, before, behind: "count",
    "money": _money_kind,
    "share": lambda quantity, before, behind: "percentage",
    "people": _people_kind,
    "distance": lambda quantity, before, behind: "distance",
    "things": _things_kind,
}
