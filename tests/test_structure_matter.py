"""What is not operative is told apart, several laws of one gazette become several, and what is no law says so."""

from __future__ import annotations

import pytest

from pipeline.document import Role
from pipeline.provision import Law, Matter
from pipeline.structure import segment
from pipeline.structure.titles import kind_of
from tests.structure_print import Set, articles, document, numbers, one_law

RULES = (
    "1. Name.—This Act may be cited as the Lamps Act, 2020.",
    "2. Duty.—A keeper shall light the lamp.",
    "3. Fine.—Who does not shall pay a fine.",
)


def _matters(law: Law) -> list[str]:
    return [p.matter.value for p in law.passages]


def test_the_front_is_told_by_its_parts() -> None:
    printed, law = one_law(
        "REPUBLIC OF LUMEN", Set("LAMPS ACT, 2020", centred=True), "No. 4 of 2020", "An Act to provide for lamps.",
        "WHEREAS it is dark;", "BE IT ENACTED by the Council as follows:—", *RULES,
    )  # fmt: skip
    assert _matters(law) == ["cover", "long_title", "preamble", "enacting"]
    assert law.title == "Lamps Act, 2020"
    assert law.kind == "act"
    assert not any(p.span.overlaps(passage.span) for p in law.provisions for passage in law.passages)
    assert printed.text.startswith("REPUBLIC", law.passages[0].span.start)


TAILS = [
    (("Made this 3rd day of May, 2020.", "A. LAMPE", "Minister of Light"), ["signature"]),
    (("Done at Lumen, on 3/05/2020", "A. LAMPE", "President of the Republic"), ["signature"]),
    (
        ("OBJECTS AND REASONS", "This Bill makes keepers light lamps.", "1. Clause 1 gives the name.", "2. Clause 2 gives the duty."),
        ["objects_and_reasons"],
    ),
    (("EXPLANATORY MEMORANDUM", "This Bill makes keepers light lamps."), ["memorandum"]),
    (("EXPLANATORY NOTE", "(This note is not part of the Act)", "It makes keepers light lamps."), ["memorandum"]),
    (("Printed and published by the Printer to the Council",), ["notice"]),
    (("EXTRACTS FROM THE WICKS ACT, 1980", "5. A wick shall be of cotton."), ["reprint"]),
]


@pytest.mark.parametrize(("tail", "expected"), TAILS, ids=[t[0][0] for t in TAILS])
def test_the_last_article_does_not_swallow_what_follows(tail: tuple[str, ...], expected: list[str]) -> None:
    printed, law = one_law(*RULES, *tail)
    assert numbers(law) == ["1", "2", "3"]
    assert articles(law)[-1].span.of(printed.text) == RULES[-1]
    assert _matters(law) == expected
    assert law.passages[0].span.of(printed.text).startswith(tail[0])


def test_a_memorandum_before_a_bill_holds_no_clauses() -> None:
    _, law = one_law(
        "EXPLANATORY MEMORANDUM", "1. Clause 1 gives the name.", "2. Clause 2 gives the duty.", "LAMPS BILL, 2020", "A BILL", "for",
        "An Act to provide for lamps.", "ENACTED by the Council:", *RULES,
    )  # fmt: skip
    assert numbers(law) == ["1", "2", "3"]
    assert law.kind == "bill"
    assert law.title == "LAMPS BILL, 2020"
    assert _matters(law)[0] == "memorandum"


def test_footnotes_contents_and_other_languages_are_passages() -> None:
    _, law = one_law(
        Set("1. Name 2", role=Role.CONTENTS), *RULES, Set("1 See the Gazette.", role=Role.FOOTNOTE), Set("Loi", role=Role.OTHER_LANGUAGE)
    )
    assert [p.matter for p in law.passages] == [Matter.CONTENTS, Matter.FOOTNOTE, Matter.OTHER_LANGUAGE]


def test_a_cover_before_and_after_the_contents_is_two_passages() -> None:
    _, law = one_law("LAMPS ACT, 2020", *(Set(f"{n}. Word {n}", role=Role.CONTENTS) for n in range(4)), "LAMPS ACT, 2020", *RULES)
    assert _matters(law) == ["cover", "contents", "cover"]


def test_each_law_of_a_gazette_is_one_law() -> None:
    printed = document(
        "THE GAZETTE OF LUMEN", "LAMPS ACT, 2020", "An Act to provide for lamps.", "BE IT ENACTED by the Council as follows:", *RULES,
        "Made this 3rd day of May, 2020.", "GENERAL NOTICE NO. 12", "Tenders are invited for the supply of oil.",
        "WICKS REGULATIONS, 2020", "In exercise of the powers conferred by section 2, the Minister hereby makes the following Regulations:",
        "1. These Regulations may be cited as the Wicks Regulations, 2020.", "2. A wick shall be of cotton and shall be trimmed.",
    )  # fmt: skip
    first, second = segment(printed)
    assert (first.title, first.kind, numbers(first)) == ("Lamps Act, 2020", "act", ["1", "2", "3"])
    assert (second.title, second.kind, numbers(second)) == ("Wicks Regulations, 2020", "regulation", ["1", "2"])
    assert [p.eid for p in second.provisions] == ["reg_1", "reg_2"]
    assert first.span.end <= second.span.start
    assert "Tenders" not in "".join(p.span.of(printed.text) for law in (first, second) for p in law.provisions)


NO_LAW = [
    (("Dear Sir,", "1. Thank you for your letter.", "2. I was glad to read it.", "Yours sincerely,", "A. Lampe"), "a letter"),
    (
        (
            "1. Introduction",
            "This report looks at lamps in twelve towns.",
            "2. Method",
            "We counted lamps.",
            "3. Findings",
            "Lamps are few.",
        ),
        "a report",
    ),
    (("Once there was a keeper who lit a lamp.", "It burned all night."), "a tale"),
    (("Section 1201 of the statute, in our view, is well known.", "The summary that follows describes its history."), "a commentary"),
]


@pytest.mark.parametrize(("lines", "why"), NO_LAW, ids=[n[-1] for n in NO_LAW])
def test_what_is_no_law_says_so(lines: tuple[str, ...], why: str) -> None:
    _, law = one_law(*lines)
    assert (law.kind, law.provisions, [p.code for p in law.problems]) == ("unknown", (), ["no_law"]), why


LAWS = [
    (
        ("Article 1. Associations shall be registered.", "Article 2. This Decree takes effect on its publication."),
        "a short decree without a title",
    ),
    (
        (
            "1. No person shall keep a lamp without a permit.",
            "2. A person who does commits an offence.",
            "3. The Council may grant permits.",
        ),
        "a bare draft",
    ),
    (
        (
            "ORDINANCE NO. 12-2020",
            "The Council of the Town ordains as follows:",
            "Section 1. Lamps must be lit.",
            "Section 2. Fines are five dollars.",
        ),
        "a town's ordinance",
    ),
]


@pytest.mark.parametrize(("lines", "why"), LAWS, ids=[n[-1] for n in LAWS])
def test_a_short_law_is_one(lines: tuple[str, ...], why: str) -> None:
    _, law = one_law(*lines)
    assert law.provisions, why
    assert not law.problems, why


def test_where_nothing_could_be_read_nothing_is_said_of_laws() -> None:
    (law,) = segment(document())
    assert (law.kind, law.problems) == ("unknown", ())


TITLES = [
    ((Set("LAW No. 7 OF 2020 ON LAMPS", bold=True), "Article 1. Lamps shall be lit.", "Article 2. Who does not shall pay."), "LAW No. 7 OF 2020 ON LAMPS", "act"),
    (("An Act to Light the Lamps of the Town", "Sec. 1. Lamps must be lit.", "Sec. 2. Who does not must pay."), "An Act to Light the Lamps of the Town", "unknown"),
    (("1. These Rules may be called the Lamps Rules, 2020, and shall come into force at once.", "2. Keepers shall light."), "Lamps Rules, 2020", "regulation"),
    (("THE LAMPS (REGULATION) ACT, 1990", "1. A keeper shall light it.", "2. A keeper shall trim it."), "THE LAMPS (REGULATION) ACT, 1990", "act"),
    (("DECREE No. 3 of 2020 on lamps", "Article 1. Lamps shall be lit.", "Article 2. Who does not shall pay."), "DECREE No. 3 of 2020 on lamps", "decree"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "title", "kind"), TITLES, ids=[t[1] for t in TITLES])
def test_the_title_is_what_a_lawyer_would_say(lines: tuple[str | Set, ...], title: str, kind: str) -> None:
    _, law = one_law(*lines)
    assert law.title == title
    assert law.kind in {kind, "act"}


@pytest.mark.parametrize(
    ("title", "kind", "reason"),
    [
        ("Public Order Act, 1999", "act", "what it orders is not what it is"),
        ("Rules Committee Act", "act", "the same of rules"),
        ("Constitution (Amendment) Act", "act", "an act about a constitution"),
        ("Law Enforcement Order, 2020", "order", "law is not the kind here"),
        ("Decree on Public Order", "decree", "a kind that stands first rules the rest"),
        ("Law No. 12 of 2020 on Orders of Merit", "act", "with its number between"),
        ("Rules for Public Meetings", "regulation", "nothing but the first word"),
    ],
)
def test_a_kind_is_read_from_the_title(title: str, kind: str, reason: str) -> None:
    assert kind_of(title, ()) == kind, reason


def test_a_front_may_say_what_its_lines_are() -> None:
    _, law = one_law(
        "Country: Lumen", "Title: Lamps Bill, 2020", "Long title: An Act to provide for lamps.",
        "Enacting words: BE IT ENACTED by the Council as follows:", *RULES,
    )  # fmt: skip
    assert _matters(law) == ["cover", "long_title", "enacting"]
    assert (law.title, law.kind) == ("Lamps Bill, 2020", "bill")
