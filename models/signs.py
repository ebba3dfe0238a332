"""What a lawyer sees at a glance: what a clause is there for, and who is bound by it.

Written by hand from how laws are drafted, and weighed like everything else: a sign is no verdict. A heading tells housekeeping
from rules; a few turns of the text tell penalties by reference, finality and protections from what they stand beside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

import numpy as np

from models.fit import Floats
from pipeline.classifier import ProvisionText
from pipeline.judge.addressee import Modality, bound
from pipeline.judge.parties import Addressee

_READ = 3000
"""Characters of a window that are looked at; nearly all are shorter."""
_NO_HEADING = 4
_FIRST_WORDS = 70
_MOST = 2
"""A rule said twice is a list."""


def _said(words: str) -> re.Pattern[str]:
    return re.compile(words, re.VERBOSE | re.IGNORECASE)


# What a heading announces. Takes "Power to make rules", "Funds of the Board"; a restriction may well stand under one of them.
_HOUSEKEEPING = _said(
    r"""\b(?: short \s title | title \s and | commencement | citation | extent | repeal | saving | transition\w* | overriding
    | other \s laws | power \s to \s make | make \s (?: rules | regulations ) | (?: rules | regulations | by-?laws ) (?= \.? $ )
    | service \s of | publicity | publication \s of | forms? \b | certified | copies | evidence | delegat\w+ | establishment \s of
    | composition | members \s of | meetings? | quorum | vacanc\w+ | tenure | term \s of \s office | remuneration | allowances
    | funds? \b | accounts | audit | budget | staff | employees | secretar\w+ | annual \s report | report \s to | seal
    | conflict \s of \s interest | public \s servants | prosecution | compound\w* | jurisdiction | schedule | fees? ) \b"""
)
_MEANING = _said(r"\b(?: interpretation | definitions? | meaning \s of | scope | application | purposes? | objectives? | objects ) \b")
_PROTECTIVE = _said(
    r"""\b(?: appeals? | rights? | freedoms? | immunity | protection \s of | defences? | exempt\w* | not \s to \s apply | opportunity
    | hearing | remed\w+ | safeguards? | guarantees? | complaints? | review ) \b"""
)
_CRIME = _said(
    r"""\b(?: fraud\w* | forger\w* | extortion | traffick\w* | drugs? | child\w* | pornograph\w* | impersonat\w* | squatting | explosiv\w*
    | firearms? | theft | robbery | identity | hacking | (?: un )? authori[sz]ed \s access | interference | damage | misuse \s of \s devices
    | money.laundering ) \b"""
)
# Turns of the text.
_PENALTY = _said(
    r"""\b(?: commits? \s an \s offence | guilty \s of | punish\w* | liable \s (?: on | to ) | be \s fined | imprison\w* | penalt\w+
    | cogni[sz]able | non-?bailable | abet\w* ) \b"""
)
# "contravenes any provision of this Act", "breach of rules made thereunder": the duty stands elsewhere.
_BY_REFERENCE = _said(
    r"""\b(?: contraven\w+ | fail\w* \s to \s comply | breach\w* | violat\w+ | offences? | not \s compl\w+ ) \b [^.;]{0,120}
      \b(?: this | the \s present ) \s (?: Act | Law | Part | Chapter | Ordinance | Decree | Code | Title | Proclamation )
    | \b other \s provisions? \s of \b | \b rules? \s (?: or \s regulations? \s )? made \s (?: under | thereunder )"""
)
_BY_BODIES = _said(
    r"""\b(?: compan(?: y | ies ) | body \s corporate | corporat\w+ | legal \s (?: person | entity ) | societ(?: y | ies ) | associations?
      | partnership | unincorporated ) \b [^.;]{0,160}
    \b(?: director | officer | manager | secretary | member | person \s in \s charge | every \s person ) \w* \b [^.;]{0,200}
    \b(?: deemed | guilty | liable | punish\w* | commits? ) \b"""
)
_ARREST = _said(r"\b(?: cogni[sz]able | non-?bailable | bailable | arrestable | seizable | without \s (?: a \s )? warrant ) \b")
_FINAL = _said(
    r"""\b(?: (?: shall \s be | is | are ) \s final | called \s in \s question | judicial \s review
    | no \s (?: suit | court | proceedings? | injunction | appeal ) \b | not \s be \s (?: challenged | questioned | reviewed | appealed )
    | no \s right \s of \s appeal | despite \s any \s appeal | not \s subject \s to \s (?: appeal | review ) | conclusive ) \b"""
)
_PROTECTS = _said(
    r"""\b(?: appeal\w* | application | petition | recourse | refer\w* | file ) \b [^.;]{0,100} \b(?: court | judge | tribunal ) \b
    | \b(?: opportunity \s (?: of \s being \s heard | to \s be \s heard | to \s make ) | be \s heard | (?: shall \s )? not \s be \s liable
      | shall \s not \s incur | it \s (?: is | shall \s be ) \s a \s defence | exempt(?: ed )? | nothing \s in \s this | shall \s be \s free
      | entitled \s to | (?: has | have ) \s the \s right | is \s guaranteed | reasons? \s in \s writing | written \s reasons
      | no \s (?: permit | permission | licen[cs]e | authori[sz]ation | approval ) \s (?: is | shall \s be ) \s (?: needed | required )
      | shall \s not \s be \s required | without \s (?: prior \s )? (?: authori[sz]ation | permission | approval )
      | deemed \s (?: to \s be | to \s have \s been ) \s (?: granted | registered | approved ) | by \s order \s of \s (?: a | the ) \s
      (?: court | judge ) | warrant \s (?: issued | granted ) | destroy\w* ) \b"""
)
# The subject of the first sentence is an authority, or something set up: "(1) The Board shall", "There is established".
_OF_AUTHORITY = _said(
    r"""^ \W* (?: \(? \w{1,3} \) \s* )? (?: there \s (?: is | shall \s be ) | the \s (?: Board | Council | Commission | Authority | Agency
    | Registrar | Director\w* | Minister | Secretary | Tribunal | Committee | Chair\w* | Court | Fund | Government | Bureau | Office
    | Commissioner | Inspector\w* | Corporation | Registry | Centre | Service | Chief\w* | Cabinet | President | Judge ) \b )"""
)
_OF_HEADING = (_HOUSEKEEPING, _MEANING, _PROTECTIVE, _CRIME)
_OF_TEXT = (_PENALTY, _BY_BODIES, _ARREST, _FINAL, _PROTECTS, _OF_AUTHORITY)
_BOUND = {rule: column for column, rule in enumerate(product(Addressee, Modality))}
COUNT = len(_OF_HEADING) + len(_OF_TEXT) + 1 + len(_BOUND)


def signs(provisions: Sequence[ProvisionText]) -> Floats:
    """One row of `COUNT` numbers for each provision: 1 for each sign that it bears, then how often it binds whom (2 at most)."""
    return np.array([_row(provision) for provision in provisions], dtype=np.float64).reshape(-1, COUNT)


def _row(provision: ProvisionText) -> list[float]:
    text, heading = provision.text[:_READ], provision.heading.strip()
    announced = heading if len(heading) > _NO_HEADING else text[:_FIRST_WORDS]
    of_text = [bool(sign.search(text)) for sign in _OF_TEXT]
    binds = [0.0] * len(_BOUND)
    for rule in bound(text):
        binds[_BOUND[rule.addressee, rule.modality]] += 1.0
    by_reference = of_text[0] and bool(_BY_REFERENCE.search(text))
    return [*(bool(sign.search(announced)) for sign in _OF_HEADING), *of_text, by_reference, *(min(count, _MOST) for count in binds)]
