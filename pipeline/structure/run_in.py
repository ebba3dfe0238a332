"""A heading on the row of the article's number, before its words: where it ends and the rule begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.structure.row import one_line
from pipeline.structure.text import commands, has_modal

_DASHED = re.compile(
    r"""(?P<h>[^\n]{2,220}?)\s?(?P<stop>\.\s?[—–-]{1,3}|:\s?[—–-]{1,2}|[—–]|\s--)\s*(?=[(“"‘'\[]|[A-Z0-9])""",
    re.VERBOSE,
)
"""A heading before a dash: 'Short title.— (1)', 'Scope: - This Act'."""
_SET_OFF = re.compile(r"(?P<h>[^\n]{2,160}?)\s?\.\s?[—–-]{1,3}\s*(?=[(“\"‘'\[\w])")
"""Words set off by a full stop and a dash, whatever they are; leaves 'shall have these powers:—', which brings in a list."""
_STOPPED = re.compile(r"(?P<h>[A-Z“\"‘(][^.:;]{2,90})[.:]\s+(?=[A-Z(“\"‘])")
"""A heading that ends as a sentence does: 'Definitions. In this Act'."""
_BRACKETED = re.compile(r"[(\[](?P<h>[A-Z][^()\[\]\n]{2,120})[)\]]\s?\.?\s*[—–-]{0,2}\s*(?=[(“\"‘\[]|[A-Z0-9])")
"""A heading in brackets: '(Power to inspect) The Registrar may'."""
_BREAK = re.compile(r"(\w+)\.\s+(?=[A-Z“\"(]|\d{1,3}\))")
_SHORTENED = frozenset(
    {"no", "nos", "art", "arts", "sec", "cap", "ch", "reg", "para", "dr", "mr", "mrs", "ms", "st", "vol", "etc", "vs", "hon", "cf"}
)
_NO_NAMES = re.compile(
    r"(?:the|an?|each|every|any|all|no|none|nothing|nobody|whoever|in|on|at|by|if|where|when|whenever|unless|until|for|from|under|upon|after|before|during|with|within|without|to"
    r"|subject|notwithstanding|this|that|these|those|it|he|she|they|there|such|as|except|provided|pursuant)\b",
    re.IGNORECASE,
)
"""How sentences begin and headings in the main do not."""
_NOTED = re.compile(
    r"""(?:sections?|ss?\.|art(?:icles?|s?\.)|regulations?|reg\.|rules?|r\.|paragraphs?|para\.|clauses?|chapter|cap|ch\.|acts?|no|nos|c\.|l\.?n|g\.?n|s\.?i|schedules?|part)\b[\s\d.]
      |(?:am(?:\.|ended)|ins(?:\.|erted)|subs?(?:\.|stituted)|rep(?:\.|ealed)|omitted|deleted|revoked|added|new|commence\w*|assent\w*|date[ds]?|see|made|under|version|reserved|spent|expired|not\s|blank)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""How a note on a section begins: 'Section 4', 'Amended by', 'Repealed'."""
_CHANGED = re.compile(
    r"(?:omitted|deleted|repealed|revoked|inserted|substituted|amended|added|reserved|rep\.|ins\.|subs\.|am\.)", re.IGNORECASE
)
"""How a note begins that stands in the place of a section."""
_LETTERS = re.compile(r"[^\W\d_]")
_TOKEN = re.compile(r"[^\W\d_]+|\d\w*")
_REFERENCE_WORDS = frozenset(
    """and of to or the by see in am ins sub subs rep amended inserted substituted repealed section sections s ss art arts article articles
    act acts no nos cap caps ch chapter chapters c r rr reg regs regulation regulations rule rules para paras paragraph sch sched schedule
    schedules l n ln g gn si i ord ordinance vol p pp part bis ter""".split()  # noqa: SIM905 - a list of words, not of literals
)
_SENTENCES = re.compile(r"(?<=\w{4}[.;])\s+(?=[A-Z\d\[(])")
_ROMAN = re.compile(r"[ivxlc]+|[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RunIn:
    """A possible heading before the words: in which `way` it stands, and after how many characters the words begin."""

    way: str
    heading: str
    length: int


def run_in(rest: str) -> RunIn | None:
    """The heading that the words after a number may begin with.

    Ways: `run-in` before a stop and a dash; `verb` the same, but with a verb or in small letters; `dash` before a bare dash;
    `sentence` before a full stop or colon; `bracket` in brackets.
    """
    flat = rest.replace("\n", " ")
    found = _DASHED.match(flat)
    if found and not has_modal(found.group("h")) and not breaks(found.group("h")) and found.group("h")[0].isupper():
        return RunIn("run-in" if found.group("stop")[0] in ".:" else "dash", clean(found.group("h")), found.end())
    off = _SET_OFF.match(flat)
    if (
        off
        and len(off.group("h").split()) <= 14
        and not breaks(off.group("h"))
        and not _CHANGED.match(off.group("h"))
        and _LETTERS.search(clean(off.group("h")))
    ):
        return RunIn("verb", clean(off.group("h")), off.end())
    said = _STOPPED.match(flat)
    if (
        said
        and not has_modal(said.group("h"))
        and len(said.group("h").split()) <= 12
        and not _shortened(said.group("h"))
        and not _CHANGED.match(said.group("h"))
    ):
        return RunIn("sentence", clean(said.group("h")), said.end())
    set_in = _BRACKETED.match(flat)
    if set_in and heads_in_brackets(set_in.group("h")):
        return RunIn("bracket", clean(set_in.group("h")), set_in.end())
    return None


def plainly_heads(heading: str, words: str) -> bool:
    """Whether a first sentence is a heading by itself, whatever the law's habit: the name of a thing, before a rule."""
    return len(heading.split()) <= 9 and not _NO_NAMES.match(heading) and not commands(heading) and commands(words[:240])


def breaks(text: str) -> bool:
    """Whether a sentence ends within the text; 'No. 5', 's. 4' and 'etc.' end none."""
    return any((len(m.group(1)) > 1 or m.group(1).isdigit()) and m.group(1).lower() not in _SHORTENED for m in _BREAK.finditer(text))


def _shortened(heading: str) -> bool:
    last = heading.rsplit(" ", 1)[-1].strip("(")
    return len(last) == 1 or last.lower() in _SHORTENED - {"etc"}


def heads_in_brackets(words: str) -> bool:
    """Whether words in brackets may be a heading: no reference, no note on a section, no rule."""
    return not (has_modal(words) or _NOTED.match(words) or any(c.isdigit() for c in words))


def in_brackets(text: str) -> str:
    """The heading that a whole row in brackets holds; '' for a reference, a note or a row without brackets."""
    inner = text.rstrip(".")
    if len(inner) < 5 or inner[0] + inner[-1] not in {"()", "[]"} or any(c in "()[]" for c in inner[1:-1]):
        return ""
    words = inner[1:-1].strip()
    return words if words[:1].isupper() and heads_in_brackets(words) else ""


def noted(note: str) -> str:
    """A marginal note without the sentences that are only a number or a reference; '' where nothing else is left."""
    if not any(c.isdigit() for c in note):
        return note
    return "" if _refers(note) else " ".join(part for part in _SENTENCES.split(note) if not _refers(part))


def _refers(words: str) -> bool:
    """Whether the words are nothing but numbers and what they number: 's. 4', 'Cap. 203', 'Act 5 of 1999, s. 3'."""
    tokens = _TOKEN.findall(words)
    return any(t[0].isdigit() for t in tokens) and all(
        t[0].isdigit() or t.lower() in _REFERENCE_WORDS or _ROMAN.fullmatch(t) is not None for t in tokens
    )


def clean(heading: str) -> str:
    """A heading without the stops and dashes that set it off, and without half a pair of brackets."""
    words = one_line(heading).strip(" .:—–-")
    if words[:1] == "[" and "]" not in words:
        words = words[1:].lstrip()
    if words[-1:] == "]" and "[" not in words:
        words = words[:-1].rstrip(" .:—–-")
    return words + "." if words.endswith((" etc", ",etc", "&c")) and one_line(heading).rstrip(" —–-:")[-1:] == "." else words
