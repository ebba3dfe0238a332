"""Who is bound and how, read from a table of our own sentences of many traditions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.judge.addressee import bound

ROWS = [
    ("No person shall hold a meeting.", [("individual", "must_not")]),
    ("The Registrar may refuse the application.", [("authority", "may")]),
    ("Every association shall keep a register.", [("association", "must")]),
    ("An association must not accept foreign money.", [("association", "must_not")]),
    ("A publisher may not print it.", [("media", "must_not")]),
    ("The court shall hear the parties.", [("court", "must")]),
    ("Where an association applies, the Registrar shall decide.", [("authority", "must")]),
    ("The Minister may, if the association fails to answer, suspend it.", [("authority", "may")]),
    ("Where the association fails, it shall be liable to a fine.", [("association", "must_not")]),
    ("Whoever organises a march commits an offence.", [("individual", "must_not")]),
    ("The organisers are required to give notice.", [("individual", "must")]),
    ("The association is not required to register.", [("association", "may")]),  # freed
    ("A journalist is forbidden to publish it.", [("media", "must_not")]),
    ("The Ministry decides within ten days.", [("authority", "is")]),  # the civil law's plain present
    ("The organs of the ministry are entitled to attend.", [("authority", "may")]),
    ("The governor has the right to object.", [("authority", "may")]),
    ("An officer of the association shall sign.", [("association", "must")]),
    ("Its officers shall sign.", [("association", "must")]),
    ("A member of the Commission may resign.", [("authority", "may")]),
    ("A member of the public may attend.", [("individual", "may")]),
    ("A police officer may enter.", [("authority", "may")]),
    ("Any person aggrieved by a decision of the Registrar may appeal.", [("individual", "may")]),
    ("The Registrar may refuse and the association shall stop.", [("authority", "may"), ("association", "must")]),
    ("A bank shall report the transfer.", [("other", "must")]),
    ("A service provider shall keep the logs.", [("media", "must")]),
    ("The list shall be published by the Minister.", [("authority", "must")]),
    ("No foreign organisation may open an office.", [("association", "must_not")]),
    ("A person who prints, publishes or sells a leaflet shall be punished.", [("individual", "must_not")]),
    ("This Act may be cited by its short title.", []),  # nobody is bound
    ("The register is open. The Board is independent.", [("authority", "is")]),
    ("The founders shall be entitled to a copy.", [("association", "may")]),
    ("The competent authority shall not disclose it.", [("authority", "must_not")]),
    ("The Director cannot act.", []),  # one word; a modal is its own
    ("The trade union informs the authority.", [("association", "is")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_is_bound_and_how(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(r.addressee.value, r.modality.value) for r in bound(text)] == expected


def test_spans_are_the_subject_and_the_modal_words() -> None:
    text = "In such a case, the competent authority shall not open it."
    (rule,) = bound(text)
    assert (rule.subject.of(text), rule.verb.of(text)) == ("competent authority", "shall not")


@given(st.text(alphabet="shalmyouticerpn ,.;\n", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for rule in bound(text):
        assert rule.subject.end <= len(text)
        assert rule.verb.end <= len(text)
