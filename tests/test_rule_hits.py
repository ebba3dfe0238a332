"""Each pattern that matched is told apart, with whether the words around bear it out."""

from __future__ import annotations

from pipeline.judge.attribute_patterns import PATTERNS
from pipeline.judge.attributes import find_attributes
from pipeline.judge.hits import attribute_hits, safeguard_hits
from pipeline.judge.words import words_of


def test_a_pattern_that_matched_is_named_by_its_place() -> None:
    hits = attribute_hits(words_of("The decision shall be final."))
    assert {h.kind for h in hits} == {"no_appeal"}
    assert all(0 <= int(h.name.partition(":")[2]) < len(PATTERNS[h.kind]) for h in hits)
    assert "shall be final" in {h.span.of("The decision shall be final.") for h in hits}


def test_what_does_not_bear_out_is_said_too() -> None:
    text = "without prejudice to section 4, and contrary to public order"
    held = {h.span.of(text): h.holds for h in attribute_hits(words_of(text)) if h.kind == "vague_grounds"}
    assert held["public order"]
    assert not all(held.values()) or "prejudice" not in " ".join(held)


def test_findings_rest_on_hits_that_hold() -> None:
    text = "The court may make such order as it thinks fit; the Minister may close the office as he thinks fit."
    words = words_of(text)
    kinds = {h.kind for h in attribute_hits(words) if h.holds}
    assert {a.kind for a in find_attributes(words, 0, ())} == kinds


def test_safeguards_have_hits() -> None:
    names = {h.kind for h in safeguard_hits(words_of("The Board shall give written reasons for the refusal.")) if h.holds}
    assert names == {"reasons"}
