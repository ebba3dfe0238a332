"""What stands nearest to a safeguard and is none, with the reason; and the many forms of an exemption."""

from __future__ import annotations

import pytest

from pipeline.judge.safeguards import find_guards
from pipeline.judge.words import words_of


def guards(text: str) -> set[str]:
    return {g.kind for g in find_guards(words_of(text))}


# Of each kind: words that grant it, words that do not, and why: who is spared, who reports to whom, what only speaks of a court.
NEAR_MISSES: list[tuple[str, str, str, str]] = [
    ("exemption", "No list is kept, except in a hall.", "The Board shall, except in summer, hear the body.", "the authority's duty"),
    ("exemption", "Rule 4 does not apply to choirs.", "Rule 4 does not apply to members of the armed forces.", "only officials"),
    ("exemption", "Rule 4 does not apply to choirs.", "Rule 4 does not apply until the tribunal has decided.", "only a stay"),
    ("exemption", "Rule 4 does not apply to choirs.", "Rule 4 does not apply to any goods seized under rule 9.", "a harsher rule does"),
    ("exemption", "Nothing in section 8 applies to choirs.", "Nothing in section 8 of the Code applies to bail.", "another law"),
    ("exemption", "This Act does not apply to choirs.", "The Standing Orders Act does not apply to a notice.", "another law by name"),
    (
        "exemption",
        "Nothing in this section prevents a vigil.",
        "Nothing in this section shall debar the admissibility of a tape.",
        "evidence is let in",
    ),
    (
        "exemption",
        "Nothing in this section makes a steward liable.",
        "Nothing in this section shall render him liable if he proves care.",
        "a defence, which is of another kind",
    ),
    ("exemption", "The Board may waive the fee.", "The period may be waived by the judge.", "the accused loses time"),
    ("exemption", "A choir is exempt.", "No body that was struck off may register or be exempted.", "withheld"),
    ("exemption", "A choir is exempt.", "The choir loses its exemption.", "taken back"),
    ("exemption", "He may dispense with the notice.", "The mayor may dispense with a hearing.", "his own work"),
    ("exemption", "No permit is needed for a funeral.", "The permit is not necessary for searching a newsroom.", "what officers do"),
    ("exemption", "A member need not disclose his vote.", "The Government need not disclose the fact.", "the authority is spared"),
    (
        "exemption",
        "A provider shall not be liable for what its users write.",
        "A provider shall not be liable for writing that it removes on notice.",
        "the price of obedience",
    ),
    ("exemption", "Choirs are not affected.", "The validity of the order is not affected.", "an act of authority stands"),
    ("exemption", "This Part does not authorise the eviction of a tenant.", "Nothing in this Part limits a power.", "a power denied frees"),
    (
        "exemption",
        "No order shall be made in respect of a union.",
        "No order shall be made in respect of a union unless it is idle.",
        "a condition",
    ),
    (
        "judicial_authorisation",
        "The Ministry applies to the court for dissolution.",
        "The consignee may apply to the court for its return.",
        "redress",
    ),
    (
        "judicial_authorisation",
        "On application the court may extend it.",
        "The body may appeal to the High Court, which may confirm it.",
        "a court of appeal",
    ),
    ("judicial_authorisation", "It is suspended by the court.", "It is suspended by the Ministry of Justice.", "no court"),
    ("judicial_authorisation", "A judge may order it.", "A magistrate, or the officer in charge, may order it.", "no need of one"),
    (
        "judicial_authorisation",
        "A magistrate may order it.",
        "The District Magistrate hears both. The Magistrate may order it.",
        "the one who was named, an official",
    ),
    ("judicial_authorisation", "under an order of a court", "Whoever disobeys an order of a court pays a fee.", "its breach is punished"),
    (
        "judicial_authorisation",
        "No officer may enter without the order of a court.",
        "Where a person does not answer, an officer may enter without the order of a court.",
        "the refusal is the person's",
    ),
    (
        "appeal_to_court",
        "A complaint may be brought before the tribunal.",
        "The tribunal examines a complaint made to the tribunal.",
        "one that somebody made",
    ),
    ("appeal_to_court", "The refusal may be taken before a court.", "An offence may be tried by a lower court.", "a charge"),
    ("appeal_to_court", "It is subject to judicial review.", "Section 8 governs suits instituted by way of judicial review.", "spoken of"),
    ("appeal_to_court", "He may go to the court.", "The organiser shall apply in writing to the District Magistrate.", "an official"),
    ("reasons", "The order shall state its grounds.", "An appeal shall— (a) be in writing; (b) state the grounds.", "the appellant's"),
    (
        "reasons",
        "The Board may refuse by a letter that gives its reasons.",
        "A company must not refuse a transfer except by a letter that gives its reasons.",
        "a company's",
    ),
    (
        "deemed_grant",
        "On the expiry of a month it is deemed registered.",
        "On the expiry of a month it is deemed to have been de-registered.",
        "the contrary",
    ),
    (
        "time_limit_on_authority",
        "The Board decides within ten days.",
        (
            "An appeal against an order by which the Board has refused to enter a change of the objects, of the name or of the seat of a "
            "body on any of the grounds in section 4 may be preferred within ten days."
        ),
        "the appellant's, however far off",
    ),
    (
        "time_limit_on_authority",
        "The Board shall decide within ten days.",
        "A body against which an order was made may within ten days apply.",
        "the body's",
    ),
    (
        "time_limit_on_authority",
        "The officer shall return it within ten days.",
        "The officer shall, within ten days, submit his report to the Board.",
        "housekeeping",
    ),
    (
        "time_limit_on_authority",
        "No order shall be in force for more than ten days.",
        "If the order is to last for a period exceeding ten days, he refers it.",
        "a condition",
    ),
    (
        "time_limit_on_authority",
        "It states the period (not exceeding ten days) for which the ban runs.",
        "It states the period (not exceeding ten days) for which the hall was hired.",
        "the hirer's",
    ),
    (
        "time_limit_on_authority",
        "The Board shall complete the audit within ten days.",
        "The Board may authorise an auditor to complete it within ten days.",
        "the auditor's",
    ),
]


@pytest.mark.parametrize(("kind", "granted", "other", "reason"), NEAR_MISSES)
def test_words_near_to_a_safeguard_are_none(kind: str, granted: str, other: str, reason: str) -> None:
    assert kind in guards(granted)
    assert kind not in guards(other), reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Funerals are not concerned.", "the civil law's word for it"),
        ("School fairs are outside this section.", "what lies outside"),
        ("A choir needs no permit.", "active voice"),
        ("Street stalls do not need a permit.", "plural"),
        ("Visiting cards are excepted.", "participle alone"),
        ("Libraries are dispensed from it.", "another participle"),
        ("A person does not publish it merely by carrying it.", "what is too little to be caught"),
        ("None of the following is an assembly: a wedding.", "a list of what is not meant"),
        ("Despite subsection (1), a candidate may speak.", "a leave in spite of the rule"),
        ("It is an area in which no notice, and no permit, is required.", "two things at once"),
        ("No order shall be made under rule 3 in respect of a union.", "an order that may not be made"),
        ("This rule does not operate to permit the eviction of a tenant.", "a power denied"),
    ],
)
def test_an_exemption_is_known_in_many_forms(text: str, reason: str) -> None:
    assert "exemption" in guards(text), reason
