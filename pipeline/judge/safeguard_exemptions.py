"""Whether words of an exemption free those whom the rule binds: not the authority, not by another law, not into another burden."""

from __future__ import annotations

import re

from pipeline.judge.subjects import Party, nearest_party, sentence_before, sentence_behind
from pipeline.span import Span

_BARS = r"(?: prevent | preclude | bar | debar | prohibit | restrict | require | oblige | stop )"
# What a clause of the kind "nothing in this section" leaves to the authority, or to the rest of the law, frees nobody.
_FREES_NOBODY = re.compile(
    rf"""\b(?: affect\w* | derogat\w+ | limit\w* | empower\w* | authori[sz]e\w* | conferr\w+
    | {_BARS}\w* \s (?: a | any ) \s (?: further | other )
    | {_BARS}\w* \s (?: the | a | any ) \s (?: further | other | \w+ \s )? (?: minister | president | registrar | authority
    | commission(?:er)? | board | court | director | government | magistrate | police | officer | award | making | taking | recovery
    | prosecution | judge | applicant | security | institution | penalty | decision | admissib\w+ | use | member \s of ) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Funerals are not affected": they are the ones who are freed.
_UNAFFECTED = re.compile(r"(?: is | are ) \s not \s", re.VERBOSE | re.IGNORECASE)
# "does not authorise the eviction of a tenant" takes a power away, and so frees.
_NO_POWER = re.compile(r"\bnot \s (?: operate \s to \s )? (?: authori[sz]e | permit | allow )", re.VERBOSE | re.IGNORECASE)
_OTHER_LAW = re.compile(
    r"\b(?: Code | Interpretation | Procedure | Evidence \s Act | Limitation \s Act )\b [^.;]{0,60} $", re.VERBOSE | re.IGNORECASE
)
# "section 12 of the Code", "section 3 of the Trade Marks Act": a provision of another law. Leaves "section 12 of this Act".
_OTHER_SECTION = re.compile(
    r"^ .{0,30}? \b [Ss]ections? \s \d+ \w* \s of \s the \s (?: Code | (?! principal | said | same ) (?: [A-Z]\w+ \s ){1,5} "
    r"(?: Act | Code | Ordinance | Law ) ) \b",
    re.VERBOSE,
)
# "The Standing Orders Act does not apply to a notice": a law by its name.
_NAMED_LAW = re.compile(r"\b (?! This\b | The\b | That\b ) [A-Z]\w+ \s (?: Act | Code | Ordinance ) (?: \s \d{4} )? \s $", re.VERBOSE)
_CONDITION = re.compile(r"\b(?: if | where | when | whether ) \s [^.;,]{0,40} $", re.VERBOSE | re.IGNORECASE)
_EXEMPT_BODY = re.compile(
    (
        r"^ \s+ (?: societ | local | associat | organi[sz]at | bod | or \s regist | and \s regist | granted | as \s the | that "
        r"\s can | under )"
    ),
    re.VERBOSE | re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?: not | rescind\w* | revok\w+ | cancel\w* | withdraw\w* | no | los(?: e | es | t ) ) \s (?: \w+ \s ){0,2} $",
    re.VERBOSE | re.IGNORECASE,
)
# "No body that was struck off shall be registered or be exempted": what is withheld, however far the "no" stands off.
_NOBODY_IS = re.compile(r"^ \W* (?: \( \w+ \) \s* )* No \b [^.;]* \b be \s $", re.VERBOSE | re.IGNORECASE)
# "except in accordance with", "save in conformity with", "except for the purposes of" state the rule, they open no way out of it;
# "except in a prosecution for lying" takes back a protection; "except where the Minister is satisfied" is his power.
_RULE = re.compile(
    r"""^ \W* (?: an? \s | the \s | any \s | very \s )? (?: accordance | conformity | compliance | pursuance | regard | purposes?
    | such \s manner | manner | reasons? | exceptional | liquidation | presence | context | otherwise | provided | as \s
    | prosecution | proceedings? \b | \w+ \s is \s satisfied )""",
    re.VERBOSE | re.IGNORECASE,
)
_EXCEPTION = re.compile(r"^(?:except|save)\b", re.IGNORECASE)
# "The Commission shall, except in urgent cases, hear the body": it is the authority that is let off.
_OFFICE = r"""(?: registrar | minister | ministry | commission(?:er)? | director | authority | board | council | agency | secretary
    | government | officer | court | judge | tribunal )"""
_ITS_DUTY = re.compile(
    rf"""^ \W* (?: \w{{1,3}} \W+ )* (?: the | an? ) \s (?: \w+ \s ){{0,3}}? {_OFFICE} \s (?: shall | must | may \s not ) \b
    | \b {_OFFICE} \s (?: shall | must ) \W* $""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_NECESSARY = re.compile(r"\b(?: necessary | required | obliged | bound | need \s not )\b", re.VERBOSE | re.IGNORECASE)
# Who needs none is the authority, or what is done without it is what officers do.
_ON_AUTHORITY = re.compile(
    r"""^ \W* (?: (?: for | on | by ) \s (?: the | a | an | any ) \s (?: \w+ \s ){0,2} (?: prosecut\w+ | minister | authority
    | registrar | commission(?:er)? | officer | court | board | police )
    | for \W+ (?: \w \W+ )? (?: the | an? )? \s? (?: enter | entry | search | seiz | inspect | observ | intercept | monitor | surveil )\w*
    | before \s (?: a | the | any ) \s (?: suspen | cancel | dissol | search | revoc | seiz )\w* )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# What only an authority is ever asked to do: "is not bound to disclose what he relied upon".
_EXPLAINS = re.compile(
    r"^ \W* (?: to \s )? (?: disclose | hear | consult | state | assign | give \s (?: \w+ \s )? reasons? )\b", re.VERBOSE | re.IGNORECASE
)
_OFFICIALS = re.compile(
    r"""^ \W* (?: (?: to | in \s respect \s of | in \s relation \s to ) \s )? (?: a | an | any | the )? \s?
    (?: publications? \s [^.;]{0,20} \s by \s )? (?: or \s for \s )? (?: the \s )?
    (?: (?: member | officer )s? \s of \s the \s (?: \w+ \s )? (?: forces? | police | service )
    | police | security \s (?: forces | service ) | armed \s forces | public \s (?: servant | officer | bod ) | government \b )""",
    re.VERBOSE | re.IGNORECASE,
)
# "shall not apply anew", "may not apply for a permit": people are told not to ask.
_ASKING = re.compile(r"^ \W* (?: for | anew | again ) \b", re.VERBOSE | re.IGNORECASE)
# A rule that rests until an appeal is decided, or that leaves a case to another, harsher one.
_RESTS = re.compile(
    r"""^ \W* (?: (?: before | until | pending ) \b [^.;]{0,60} \b (?: appeal | determin | dispos | decid | hear )
    | (?: to | in \s respect \s of | in \s relation \s to ) \s (?: any | the | an? ) \s (?: \w+ \s ){1,3}
    (?: forfeited | seized | confiscated | convicted | dissolved ) \b )""",
    re.VERBOSE | re.IGNORECASE,
)
# "nothing shall render him liable if he proves" is a defence, which the accused must make good.
_DEFENCE = re.compile(
    r"\b(?: liable | punish\w+ | guilty ) \b [^.;]* \b if \s (?: \w+ \s ){1,3} (?: proves? | shows? | satisf\w+ )\b",
    re.VERBOSE | re.IGNORECASE,
)
_BY_COURT = re.compile(r"^ \W* by \s (?: a | the | any ) \s (?: \w+ \s )? (?: judge | court | accused )", re.VERBOSE | re.IGNORECASE)
_RIGHT = re.compile(r"\bright\b [^.;]{0,40} $", re.VERBOSE | re.IGNORECASE)
# To dispense with a requirement frees people; to dispense with an inquiry frees the one who holds it.
_OWN_WORK = re.compile(
    r"\b(?: holding | inquir\w+ | inquest | hearing | sitting | consent | warrant | evidence | consultation )\b",
    re.VERBOSE | re.IGNORECASE,
)
# "its validity is not affected", "the power to seize is not affected" save acts of authority.
_ACTS = re.compile(
    r"\b(?: validity | powers? | liabilit\w+ | operation | proceedings? | obligations? | penalt\w+ | dut(?: y | ies ) | decisions? | "
    r"orders? )\b [^.;]{0,60} $",
    re.VERBOSE | re.IGNORECASE,
)
# "is not liable provided that he removes it", "for what he took down": the harbour is the price of obedience.
_LIABLE = re.compile(r"\b(?: liable | responsible )", re.VERBOSE | re.IGNORECASE)
_OBEYS = re.compile(
    r"\b(?: condition | provided \s that | take \W? down | takedown | remov\w+ | complian\w+ | disabl\w+ )\b", re.VERBOSE | re.IGNORECASE
)
_SAVED = re.compile(r"\b(?: affected | touched | extend )", re.VERBOSE | re.IGNORECASE)
_NO_ORDER = re.compile(r"^no \s (?: such \s )? (?: order | direction | notice )\b", re.VERBOSE | re.IGNORECASE)
_UNTIL = re.compile(r"\b(?: unless | until | before | without | except )\b", re.VERBOSE | re.IGNORECASE)


def somebody_is_freed(span: Span, text: str) -> bool:
    """Whether the exemption that a pattern saw in `span` frees the regulated, not the authority; by this law, not by what another
    law leaves out.
    """
    inside, before, behind = span.of(text), sentence_before(text, span.start), sentence_behind(text, span.end)
    first = inside.partition(" ")[0].lower()
    if first.startswith(("exempt", "waive")):
        return _exempt(before, behind)
    if _EXCEPTION.match(inside):
        return not (_RULE.match(behind) or _ITS_DUTY.search(before))
    if _NOT_NECESSARY.search(inside):
        return not _authority_is_spared(before, behind)
    burdens = _beside_the_law(inside, before, behind) or _frees_no_people(inside, before, behind)
    return bool(_NO_POWER.search(inside)) or not burdens


def _exempt(before: str, behind: str) -> bool:
    """It is granted, not taken back, refused or only named."""
    named = _EXEMPT_BODY.match(behind) or _BY_COURT.match(behind)
    return not (named or _TAKEN_BACK.search(before) or _NOBODY_IS.search(before) or _RIGHT.search(before))


def _authority_is_spared(before: str, behind: str) -> bool:
    party = nearest_party(before)
    return bool(_ON_AUTHORITY.match(behind)) or party is Party.AUTHORITY or (party is not Party.PEOPLE and bool(_EXPLAINS.match(behind)))


def _frees_no_people(inside: str, before: str, behind: str) -> bool:
    own = inside.lower().endswith("dispense with") and _OWN_WORK.search(behind[:60])
    delayed = _NO_ORDER.match(inside) and _UNTIL.search(behind)
    asking = inside.lower().endswith("apply") and _ASKING.match(behind)
    saved = _SAVED.search(inside) and _ACTS.search(before[-70:])
    obeys = _LIABLE.search(inside) and _OBEYS.search(behind)
    return bool(own or delayed or asking or saved or obeys or _OFFICIALS.match(behind) or _RESTS.match(behind))


def _beside_the_law(inside: str, before: str, behind: str) -> bool:
    """Another law is left out, a condition is spoken of, or what is left standing is a power or a defence."""
    other = _OTHER_LAW.search(before) or _NAMED_LAW.search(before) or _OTHER_SECTION.match(inside + behind)
    stands = not _UNAFFECTED.match(inside) and _FREES_NOBODY.search((inside + behind)[:110])
    return bool(other or _CONDITION.search(before) or stands or _DEFENCE.search(behind))
