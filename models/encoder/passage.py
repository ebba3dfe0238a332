"""What the encoder reads of a provision: its place in the law, then its words, in pieces that fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from models.encoder.base import tokenizer_file
from pipeline.classifier import ProvisionText

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 192
"""Tokens in a passage at most: what it was trained with. Attention costs the square of it."""
_LAW, _PART, _HEADING = 20, 14, 20
"""Tokens of the context at most."""
_OVERLAP = 24
"""Tokens that two pieces share where a provision had to be cut."""
_CLS, _SEP, _SEMICOLON = 101, 102, 1025


@dataclass(frozen=True, slots=True)
class Passage:
    """Token ids, of which the first `context` are the place in the law and not the provision's own; `provision` counts from 0."""

    provision: int
    ids: tuple[int, ...]
    context: int


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer  # noqa: PLC0415 (only the encoder needs it)

    tokenizer = Tokenizer.from_file(str(tokenizer_file()))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def passages(provisions: Sequence[ProvisionText]) -> list[Passage]:
    """The passages of each provision, in order, at least one for each."""
    found: list[Passage] = []
    for number, provision in enumerate(provisions):
        context = _context(provision)
        room = LONGEST - len(context) - 1
        text = f"{provision.lead_in} {provision.text}" if provision.lead_in else provision.text
        found += [Passage(number, (*context, *ids, _SEP), len(context)) for ids in pieces(text, room)]
    return found


def _context(provision: ProvisionText) -> tuple[int, ...]:
    given = ((provision.law, _LAW), (" ".join(provision.parts), _PART), (provision.heading, _HEADING))
    named = [_ids(text)[:most] for text, most in given if text]
    joined: list[int] = []
    for ids in named:
        joined += [_SEMICOLON, *ids] if joined else ids
    return (_CLS, *joined, _SEP)


@cache
def _ids(text: str) -> tuple[int, ...]:
    return tuple(_tokenizer().encode(text, add_special_tokens=False).ids)


def pieces(text: str, room: int) -> list[tuple[int, ...]]:
    """The tokens of `text` in pieces of at most `room`, nearly always one: what is judged at once is short already."""
    ids = tuple(_tokenizer().encode(text, add_special_tokens=False).ids)
    starts = range(0, max(1, len(ids) - _OVERLAP), room - _OVERLAP)
    return [ids[start : start + room] for start in starts]
