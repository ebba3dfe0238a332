"""What makes a rule worse is found in many ways of drafting, and not in the words that look like it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from pipeline.judge.attributes import find_attributes
from pipeline.judge.facts import find_facts
from pipeline.judge.words import words_of

LAWS = Path(__file__).parents[1] / ".." / "shared" / "laws"


def kinds(text: str) -> set[str]:
    return {a.kind for a in find_attributes(words_of(text), 0, find_facts(text, 0))}


def shown(text: str, kind: str) -> list[str]:
    return [a.span.of(text) for a in find_attributes(words_of(text), 0, find_facts(text, 0)) if a.kind == kind]


DISCRETION = [
    "The Registrar may, if in his opinion it is desirable, strike the body off.",
    "where the Commission deems it fit",
    "as the Minister thinks necessary",
    "measures which it considers appropriate",
    "subject to such conditions as the Board may impose",
    "if the Governor is satisfied that the body is idle",
    "whenever it appears to the Commissioner that the body is idle",
    "an officer who has reason to believe that the body is idle",
    "may reject the request without giving any reason",
    "such other information as the Director may require",
    "with the prior approval of the ministry",
    "The authority may at any time inspect the books.",
    "The competent authority may by order dissolve the body.",
    "in its absolute discretion",
    "The police may prohibit the march.",
]
VAGUE = [
    "contrary to public order or morals",
    "prejudicial to the security of the State",
    "in the public interest",
    "activities that undermine national unity",
    "against the customs and traditions of the people",
    "likely to cause alarm",
    "brings the government into hatred or contempt",
    "any other ground",
    "is not a fit and proper person",
    "an undesirable publication",
    "engages in political activities",
    "harms friendly relations with another country",
    "disturbs the public peace",
    "promotes extremist ideas",
]
CRIMINAL = [
    "commits an offence",
    "is guilty of a misdemeanour",
    "shall be liable on conviction to a fine",
    "is punished with imprisonment for a year",
    "shall be fined up to ten thousand francs",
    "shall be sentenced to hard labour",
    "This constitutes a criminal offence.",
]
FINAL = [
    "The decision of the Minister shall be final.",
    "The order is final and conclusive.",
    "nor may it be called in question in a court",
    "No appeal shall lie against the order.",
    "No court shall entertain a challenge to the order.",
    "The decision may not be contested.",
    "It is not subject to any appeal or review.",
    "There shall be no judicial review of the act.",
    "The jurisdiction of the courts is excluded.",
    "No injunction shall be granted against the Board.",
]
BACKWARDS = [
    "This Act applies to acts done before the commencement of this Act.",
    "whether committed before or after the coming into force of this Law",
    "It has retroactive effect.",
    "This section is deemed to have come into force on 1 January 2020.",
    "Existing associations shall register anew.",
    "a body registered before the commencement of this Act shall apply anew",
]
PEOPLE = [
    "No person shall speak.",
    "whoever publishes",
    "Every member of the body shall pay.",
    "Any journalist who reports it",
    "the organisers shall pay",
    "Its office-bearers are liable to a fine.",
]
SHORT = [
    "The association shall within three days report the change.",
    "The organiser must reply within twenty-four hours.",
    "A provider shall remove the text within 24 hours of the order.",
    "The applicant may appeal within seven days.",
    "Where the Registrar asks, the society shall answer within ten (10) days.",
]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (kind, text)
        for kind, texts in (
            ("executive_discretion", DISCRETION),
            ("vague_grounds", VAGUE),
            ("criminal_penalty", CRIMINAL),
            ("no_appeal", FINAL),
            ("retroactive", BACKWARDS),
            ("applies_to_individuals", PEOPLE),
            ("short_deadline", SHORT),
        )
        for text in texts
    ],
)
def test_the_words_show_it(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("no_appeal", "until the judgment of the court is final"),  # a case that has ended
        ("no_appeal", "after a final conviction"),
        ("no_appeal", "No court shall take cognizance of the offence except on a complaint."),
        ("no_appeal", "The accounts shall be audited in the final year."),
        ("short_deadline", "The Registrar shall, within ten days, issue the certificate."),  # the authority is bound
        ("short_deadline", "Where an association applies, the Registrar shall reply within seven days."),
        ("short_deadline", "The society shall report within sixty days."),  # long enough
        ("criminal_penalty", "This is a fine opportunity for members."),
        ("retroactive", "within thirty days after the commencement of this Act"),
        ("executive_discretion", "The association may elect its leaders."),
        ("vague_grounds", "The register shall state the name and the address."),
        ("applies_to_individuals", "The Act commences on 1 January."),
    ],
)
def test_words_that_look_like_it_do_not(kind: str, text: str) -> None:
    assert kind not in kinds(text)


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("no_appeal", "and the decision shall be final.", ["shall be final"]),
        ("executive_discretion", "he may, if in his opinion it helps, close it", ["in his opinion"]),
        ("short_deadline", "The society shall report within three days.", ["within three days"]),
    ],
)
def test_the_span_is_the_words_that_show_it(kind: str, text: str, words: list[str]) -> None:
    assert shown(text, kind) == words


def test_no_pattern_reaches_over_the_end_of_a_sentence() -> None:
    assert "no_appeal" not in kinds("There is no appeal. Review is governed by the Code.")  # the words stand in two sentences


def test_offsets_count_from_where_the_provision_begins() -> None:
    text = "The order is final and conclusive."
    (found,) = [a for a in find_attributes(words_of(text), 500, ()) if a.kind == "no_appeal"]
    assert found.span.shift(-500).of(text) == "is final and conclusive"


@pytest.mark.skipif(not LAWS.is_dir(), reason="the labelled laws stand beside the project and are not here")
def test_on_real_articles_the_attributes_agree_with_the_readers() -> None:
    """Per article and kind; a quarter of the labelled laws. The floors are what was reached, less a margin."""
    hits: Counter[tuple[str, bool, bool]] = Counter()
    for path in sorted(LAWS.glob("*.jsonl"))[::4]:
        for article in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if article.get("spans"):
                gold = set(article["attributes"]) | {s["kind"] for s in article["attribute_spans"]}
                found = kinds(article["text"])
                hits.update((kind, kind in gold, True) for kind in found)
                hits.update((kind, True, False) for kind in gold - found)
    for kind, precision, recall in (("executive_discretion", 0.8, 0.65), ("criminal_penalty", 0.9, 0.9), ("vague_grounds", 0.7, 0.45)):
        right, wrong, missed = hits[kind, True, True], hits[kind, False, True], hits[kind, True, False]
        assert right / (right + wrong) >= precision, kind
        assert right / (right + missed) >= recall, kind
