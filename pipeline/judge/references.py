"""Numbers that name something: sections, Acts, dates, years, hours of the clock. None of them is a fact."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.judge.currencies import AFTER
from pipeline.span import Span

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    "Sept?|Oct|Nov|Dec)"
)
_WORD_NUMBER = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_UNIT = (
    "sub-?\\s?sections?|sub-?\\s?regulations?|sub-?\\s?rules?|sub-?\\s?paragraphs?|sub-?\\s?clauses?|sub-?\\s?articles?"
    "|sections?|sec\\.|ss?\\.|articles?|arts?\\.|clauses?|cl\\.|paragraphs?|paras?\\.?|items?|rules?|regulations?|"
    "chapters?|parts?|divisions?"
    "|titles?|schedules?|annex(?:es)?|appendix|appendices|forms?|tables?|pages?|volumes?|vol\\.|cap\\.?|nos?\\.|numbers?"
)
_DESIGNATION = rf"""(?:
    \d{{1,5}}+ (?: [./]\d{{1,4}}+ )*+ [A-Za-z]{{0,2}}\b (?: \s? \( [0-9a-zA-Z]{{1,5}} \) )*+
  | \( [0-9a-zA-Z]{{1,5}} \) (?: \s? \( [0-9a-zA-Z]{{1,5}} \) )*+
  | {_WORD_NUMBER}\b )"""
_COUNTED = r"(?: clear | working | days | months | years | hours | weeks | persons | members | copies | per ) \b"

# Takes "section 12(3)", "sections 4, 5 and 7A", "sub-section (2)", "Part 3", "section four"; of "articles 3 or 10 years" only the first.
_CITED = rf"""(?: \b(?: {_UNIT} ) | § ) \s? {_DESIGNATION}
    (?: (?: \s?,\s? | \s?[-–]\s? | \s (?: and | or | to ) \s ) {_DESIGNATION} (?! \s {_COUNTED} ) ){{0,12}}"""
# Takes "Act No. 5 of 2010", "(5 of 2010)", "Act 12 of 1998", "Law 12/2003", "No. XV of 1960"; leaves "5 of the members".
_STATUTE = r"""\b(?: (?:Act|Law|Ordinance|Decree|Proclamation|Order|Code) ,? \s (?: No\.? \s? )? )?
    \d{1,5} \s? (?: of \s | / ) (?: 1[6-9] | 20 ) \d\d \b"""
# Takes "1st January, 2024", "the 30th day of June 1960", "January 1, 2024", "12/05/2020", "2020-05-12"; leaves "30 days".
_DATE = rf"""\b(?:
    \d{{1,2}} (?:st|nd|rd|th)? \s (?: day \s of \s )? {_MONTH} \b (?: ,? \s \d{{4}} )?
  | {_MONTH} \s \d{{1,2}} (?:st|nd|rd|th)? \b (?: ,? \s \d{{4}} )?
  | \d{{1,2}} [./] \d{{1,2}} [./] \d{{2,4}} | \d{{4}}-\d\d-\d\d )"""
# Takes a bare year with "of", "in", "since" or a comma before it; leaves "2000 rupees" and "of 2000 metres".
_YEAR = rf"""(?<= [a-z,)] ) \s (?: 1[6-9] | 20 ) \d\d \b
    (?! \s (?: {AFTER} ) | \s (?: rupees | metres | meters | m\b | persons | members | dollars | shillings | [a-z]+ \s units ) )"""
# Takes "6 p.m.", "18:00", "6 o'clock", "18.00 hours"; leaves "18 hours".
_CLOCK = rf"""\b (?:
    \d{{1,2}} (?: [:.]\d\d )? \s? (?: [ap]\.?m\b\.? | o['’]clock ) | \d{{1,2}} : \d\d \b (?: \s hours | \s hrs )?
  | \d{{1,2}} \. \d\d \s (?: hours | hrs )\b | (?:[01]\d|2[0-4])00 \s h(?:ou)?rs
  | {_WORD_NUMBER} \s (?: o['’]clock | in \s the \s (?: morning | afternoon | evening ) ) )"""
# Takes "(2)" where it begins a paragraph or follows its punctuation; leaves "(2) days" after "two" or "within".
_ENUMERATED = r"""(?: (?<= ^ ) | (?<= [\n;:—–.] ) | (?<= [;:—–.] \s ) ) \( \d{1,3} \) (?= \s )"""
_REFERENCE = re.compile(rf"{_CITED} | {_STATUTE} | {_DATE} | {_CLOCK} | {_YEAR} | {_ENUMERATED}", re.VERBOSE | re.IGNORECASE)


@lru_cache(maxsize=64)  # facts, attributes and safeguards all ask of the same provision
def references(text: str) -> tuple[Span, ...]:
    """The stretches of `text` whose numbers name something, in order."""
    return tuple(Span(*m.span()) for m in _REFERENCE.finditer(text))
