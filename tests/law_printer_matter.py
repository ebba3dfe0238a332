"""What stands around the articles of a printed law, in our own words: banner, cover, long title, signatures, schedule."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.law_printer_style import GAZETTE, NAMED, Style

COUNTRIES = ("ARDENIA", "THE UNITED ISLANDS OF MELLORA", "THE KINGDOM OF VESTRAND", "TALOUNE", "THE FEDERATION OF QUIRA")
_MONTHS = ("March", "May", "July", "October")
_SIGNERS = ("A. R. MOLLOY", "Justina Okpe-Vale", "T. W. HARROWGATE", "Selim Darvosh")
_OFFICES = ("Speaker of the House of Assembly", "Clerk of the Chamber", "Minister of Justice", "Keeper of the Seals")
_SUBJECTS = (
    "the conduct of bodies and persons",
    "certain public matters",
    "the matters set out in it",
    "the good order of the subject named",
)
_FOOTNOTES = (
    "Words put in by the Revision Order of the year before last, with effect from the first of March.",
    "This passage was renumbered when the collected edition was made.",
    "See also the general rules on notices issued under the earlier law.",
    "The words here stood in brackets in the first edition.",
)
_SCHEDULE = (
    "Form of application to be filled in by the person who applies, in two copies.",
    "Particulars of the office at which papers may be left, with the hours of opening.",
    "A list of the fees paid, with the number and the date of each receipt.",
    "Any other matter that the person wishes to bring to the notice of the office.",
)
_REASONS = (
    "The law on this subject lies scattered over several texts of different age, and it is hard to know which of them applies.",
    "This Bill brings the rules together in one text and settles the questions on which the practice of the offices differed.",
)


@dataclass(frozen=True)
class Matter:
    """The words around the articles."""

    country: str
    year: int
    number: int
    long_title: str
    enacting: str
    banner: tuple[str, ...]
    signature: tuple[str, ...]
    schedule: tuple[str, ...]
    reasons: tuple[str, ...]
    footnotes: tuple[str, ...]
    unit: str


def draw_matter(title: str, style: Style, seed: int) -> Matter:
    """The words that a seed gives for a law of this title."""
    dice = Random(f"matter/{title}/{seed}")
    country, year, number = dice.choice(COUNTRIES), dice.randint(1994, 2026), dice.randint(2, 240)
    unit = "ARTICLES" if style.place in NAMED and "Article" in style.place else dice.choice(("SECTIONS", "CLAUSES", "SECTIONS"))
    subject = dice.choice(_SUBJECTS)
    banner = (
        f"{country}",
        dice.choice(("OFFICIAL GAZETTE", "GOVERNMENT GAZETTE", "GAZETTE OF THE STATE — EXTRAORDINARY")),
        f"Vol. {dice.randint(12, 160)}   No. {number}   Published by Authority   {dice.randint(1, 28)} {dice.choice(_MONTHS)} {year}",
    )
    signed = f"Passed on the {dice.randint(2, 27)}th day of {dice.choice(_MONTHS)}, {year}."
    return Matter(
        country=country,
        year=year,
        number=number,
        long_title=dice.choice(
            (
                f"AN ACT to make provision for {subject}, and for connected purposes.",
                f"An Act to provide for {subject} and to repeal certain earlier texts.",
            )
        ),
        enacting=dice.choice(
            (
                "ENACTED by the Assembly of the land as follows:",
                "BE IT ENACTED by the House of Assembly, in this present session, as follows:—",
                "The Chamber has adopted and the Head of State promulgates the law whose tenor follows:",
            )
        ),
        banner=banner,
        signature=(signed, dice.choice(_SIGNERS), dice.choice(_OFFICES)) if style.signature else (),
        schedule=_SCHEDULE[: dice.randint(2, 4)] if style.schedule else (),
        reasons=_REASONS if style.objects else (),
        footnotes=_FOOTNOTES if style.footnotes else (),
        unit=unit,
    )


def heads(title: str, matter: Matter, style: Style, page: int, seed: int) -> str:
    """The running head of a page, "" without one."""
    dice = Random(f"heads/{title}/{seed}")
    second = dice.choice((f"No. {matter.number} of {matter.year}", str(matter.year), matter.country.title(), matter.banner[1].title()))
    first = dice.choice((title, title.upper(), f"{title} [No. {matter.number}"))
    if style.running_head == "none":
        return ""
    if style.running_head == "odd and even" and page % 2 == 0:
        return second
    return first if style.layout != GAZETTE else dice.choice((first, f"{matter.banner[1]} — {first}"))
