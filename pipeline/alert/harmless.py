"""Words of a document that may be hostile, made safe to show without moving one character of them."""

from __future__ import annotations

STAND_IN = "\ufffd"
# Control characters but newline and tab (terminal escapes begin with one), and those that turn the direction of what
# follows, with which a text can be made to look like another. Lone halves of surrogate pairs cannot be written at all.
_HARMFUL = (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))
_STAND_INS = dict.fromkeys(_HARMFUL, STAND_IN)


def harmless(text: str) -> str:
    """The same text, character for character (offsets hold), with a stand-in for every harmful one."""
    return text.translate(_STAND_INS)
