"""The English text is kept apart from columns and pages in other languages."""

from __future__ import annotations

import pytest

from pipeline.document import Role
from pipeline.language import is_right_to_left, language_of
from pipeline.reading import ReadPage
from tests.typed_pages import NARROW, PROSE, laid, lines, page, shown

FRENCH = (
    "le gardien du registre inscrit les",
    "noms dans le livre et en donne une",
    "copie au greffier de la ville pour",
    "que tous les gens puissent la voir",
    "à la porte du tribunal et aucun de",
    "ces noms ne peut être rayé sauf si",
    "le tribunal le décide après avoir,",
    "dans les formes, entendu la partie",
)
KINYARWANDA = (
    "umwanditsi w’igitabo yandika amazi",
    "na muri icyo gitabo mu minsi iri c",
    "kandi ku muryango wa rukiko ni yo ",
    "itegeko ya mbere cyangwa iyo ngiyo",
    "ingingo ya kabiri ku bantu ba hano",
    "muri iri tegeko no mu mategeko ya ",
    "iyi ngingo ya gatatu wo mu rukiko ",
    "mu izina rya rubanda cyangwa ry’ab",
)


@pytest.mark.parametrize(
    ("text", "code", "reason"),
    [
        (" ".join(PROSE), "en", "English"),
        (" ".join(FRENCH), "fr", "French"),
        (" ".join(KINYARWANDA), "rw", "Kinyarwanda"),
        ("TABLE OF CONTENTS OF THE LAW", "en", "capitals"),
        ("mtu yeyote katika nchi hii kwa mujibu wa sheria za kanuni", "sw", "Swahili shares ya and wa with others"),
        ("o registro dos nomes deve ser aberto a todos em uma casa do povo", "pt", "Portuguese beside Spanish"),
        ("el registro de los nombres debe estar abierto a todos en la casa del pueblo", "es", "Spanish beside Portuguese"),
        ("سجل الأسماء مفتوح للجميع", "ar", "a script of its own"),
        ("नाम पंजी सब के लिए", "hi", "a script of its own"),
        ("12 34 §§ 7", "", "no words"),
        ("Kabul Dushanbe Lomé", "", "names only"),
    ],
)
def test_language_of(text: str, code: str, reason: str) -> None:
    assert language_of(text.split()) == code, reason


def test_direction_is_that_of_the_first_letter() -> None:
    assert is_right_to_left("«قانون")
    assert not is_right_to_left("(a) قانون")
    assert not is_right_to_left("123")


@pytest.mark.parametrize("english", [0, 1, 2])
def test_three_languages_side_by_side(english: int) -> None:
    columns = [KINYARWANDA, FRENCH]
    columns.insert(english, NARROW)
    document = laid(page(1, *(lines(*texts, x=30 + 190 * i) for i, texts in enumerate(columns))))
    assert shown(document, Role.BODY) == list(NARROW)
    assert document.text.startswith(NARROW[0])
    assert len(shown(document, Role.OTHER_LANGUAGE)) == 16
    assert (document.language, document.problems) == ("en", ())


def test_pages_that_alternate_between_two_languages() -> None:
    french = page(2, lines(*FRENCH))
    document = laid(page(1, lines(*PROSE)), french, page(3, lines(*PROSE)))
    assert shown(document, Role.BODY) == [*PROSE, *PROSE]
    assert shown(document, Role.OTHER_LANGUAGE) == list(FRENCH)


def _french_pages() -> tuple[ReadPage, ...]:
    return tuple(page(i, lines(*FRENCH)) for i in (1, 2))


def test_a_document_without_english_says_which_language_it_is_in() -> None:
    document = laid(*_french_pages())
    assert document.language == "fr"
    assert not shown(document, Role.OTHER_LANGUAGE)
    assert [(problem.code, problem.page) for problem in document.problems] == [("language", None)]
    assert "French" in document.problems[0].detail
    assert "translation" in document.problems[0].remedy
