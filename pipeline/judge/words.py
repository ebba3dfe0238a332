"""Words as spaCy matches them: our own tokens, and a short notation for patterns.

A pattern is tokens parted by blanks:

    opinion         the word, whatever its case
    his|her|its     one of several words
    satisf*         a word that begins so
    the?            the word or nothing (also `a|an?`)
    _               any one word
    _3              none to three words; only between others
    #               a number in figures or words

No pattern reaches past the end of a sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pipeline.span import Span

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

_TOKEN = re.compile(r"[^\W_]+|\S")
_ENDS = frozenset(".;:")
_GAP = re.compile(r"\s_(\d+)\s")
# Words that tell nothing: a pattern is looked for only where one of its other words stands.
_COMMON_WORDS = (
    "a an the of to in by on at for or and is are be been not no any such as that this it its his her their he she they "
    "may shall must which with from if where when who has have , - all"
    " him them other every each one person under made"
)
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True)
class Words:
    """A text as tokens: runs of letters and digits, and single marks. `starts` and `ends` are offsets into the text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    doc: Doc

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `first` up to, not including, `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Token ranges between the marks that end a sentence or a paragraph of a list."""
        first = 0
        for i, start in enumerate(self.starts):
            if self.text[start] in _ENDS:
                if i > first:
                    yield first, i
                first = i + 1
        if first < len(self.starts):
            yield first, len(self.starts)


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern of `kind` that holds for the tokens from `first` up to `last`; `rule` is its place among all patterns, from 0."""

    kind: str
    first: int
    last: int
    rule: int = 0


@dataclass(frozen=True)
class _Chain:
    """A pattern: fragments without gaps, and how many words may stand between them.

    The gaps are ours to bridge: spaCy's matcher follows every way to fill one, twice as many for each word of it.
    """

    kind: str
    matcher: Matcher
    fragments: int
    gaps: tuple[int, ...]
    rarest: tuple[str, ...]
    needed: tuple[frozenset[str], ...]
    """Words of which each set must have one in the sentence."""


@dataclass(frozen=True)
class Phrases:
    """Patterns ready to be matched. `armed` remembers, for each word met, which patterns it makes worth trying: spaCy asks
    each pattern of each word, so a sentence is shown only to those that could hold in it.
    """

    chains: tuple[_Chain, ...]
    by_word: Mapping[str, tuple[int, ...]]
    by_stem: tuple[tuple[str, int], ...]
    armed: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def arms(self, word: str) -> tuple[int, ...]:
        """The patterns that `word` (in lower case) makes worth trying."""
        if word not in self.armed:
            self.armed[word] = self.by_word.get(word, ()) + tuple(i for stem, i in self.by_stem if word.startswith(stem))
        return self.armed[word]


@lru_cache(maxsize=1)
def _vocabulary() -> Any:  # noqa: ANN401 - spaCy's own type, which must not be imported before it is needed
    import spacy  # noqa: PLC0415 - costs most of a second: only for a law with something to match

    return spacy.blank("en").vocab


# Words with which nothing ends: "harmony of", "fine or", "is satisfied that".
_LOOSE_WORDS = (
    "of or and to the a an by with in for on at under as that not no from which upon up any such its his their between among against "
    "this it is are be if when where , - ( ) '"
)
_LOOSE = frozenset(_LOOSE_WORDS.split())


def firm(words: Words, first: int, last: int) -> Span:
    """Characters of the tokens `first` up to `last` without the loose words at the end; all of them where none would be left."""
    end = last
    while end - first > 1 and words.text[words.starts[end - 1] : words.ends[end - 1]].lower() in _LOOSE:
        end -= 1
    return words.span(first, end)


def words_of(text: str) -> Words:
    """The tokens of `text`."""
    from spacy.tokens import Doc  # noqa: PLC0415 - as above

    spans = [m.span() for m in _TOKEN.finditer(text)]
    doc = Doc(_vocabulary(), words=[text[a:b] for a, b in spans], spaces=[True] * len(spans))
    return Words(text, tuple(a for a, _ in spans), tuple(b for _, b in spans), doc)


def phrases(patterns: Mapping[str, Iterable[str]]) -> Phrases:
    """Patterns in our notation, by kind."""
    chains = tuple(_chain(kind, line) for kind, lines in patterns.items() for line in lines)
    by_word: dict[str, list[int]] = defaultdict(list)
    stems: list[tuple[str, int]] = []
    for i, chain in enumerate(chains):
        for word in chain.rarest:
            if word.endswith("*"):
                stems.append((word[:-1], i))
            else:
                by_word[word].append(i)
    return Phrases(chains, {word: tuple(found) for word, found in by_word.items()}, tuple(stems))


def _chain(kind: str, line: str) -> _Chain:
    from spacy.matcher import Matcher  # noqa: PLC0415 - as above

    parts = _GAP.split(line)
    made = Matcher(_vocabulary())
    for i, fragment in enumerate(parts[::2]):
        made.add(str(i), [[_token(part) for part in fragment.split()]], greedy="LONGEST")
    needed = [part.split("|") for part in line.split() if not part.startswith(("_", "#")) and not part.endswith("?")]
    rarest = min(needed, key=lambda options: (sum(o in _COMMON for o in options), len(options)))
    whole = tuple(frozenset(options) for options in needed if not any(o.endswith("*") for o in options))
    return _Chain(kind, made, len(parts[::2]), tuple(int(n) for n in parts[1::2]), tuple(rarest), whole)


def _token(part: str) -> dict[str, Any]:
    if part == "_":
        return {}
    if part == "#":
        return {"LIKE_NUM": True}
    choice, optional = (part[:-1], True) if part.endswith("?") else (part, False)
    token = {"LOWER": _choice(choice.split("|"))}
    return token | {"OP": "?"} if optional else token


def _choice(options: list[str]) -> Any:  # noqa: ANN401 - spaCy takes a string or a dictionary here
    if any(o.endswith("*") for o in options):
        return {"REGEX": "^(?:" + "|".join(re.escape(o[:-1]) if o.endswith("*") else re.escape(o) + "$" for o in options) + ")"}
    return options[0] if len(options) == 1 else {"IN": options}


def matches(made: Phrases, words: Words, kinds: Container[str] | None = None) -> list[Match]:
    """Where the patterns, or those of these `kinds`, hold, in the order of the text; they may overlap."""
    lower = [words.text[a:b].lower() for a, b in zip(words.starts, words.ends, strict=True)]
    found: set[Match] = set()
    for first, last in words.sentences():
        present = set(lower[first:last])
        for i in {i for word in present for i in made.arms(word)}:
            chain = made.chains[i]
            if (kinds is None or chain.kind in kinds) and not any(present.isdisjoint(options) for options in chain.needed):
                found.update(Match(chain.kind, first + a, first + b, i) for a, b in _chained(chain, words.doc[first:last]))
    return sorted(found, key=lambda m: (m.first, m.last, m.kind, m.rule))


def _chained(chain: _Chain, sentence: Any) -> list[tuple[int, int]]:  # noqa: ANN401 - spaCy's Span, not ours
    """Where the chain's fragments follow each other within their gaps; each takes the nearest of the next."""
    strings = sentence.vocab.strings
    places: list[dict[int, int]] = [{} for _ in range(chain.fragments)]
    for key, first, last in chain.matcher(sentence):
        places[int(strings[key])][first] = last
    chained = list(places[0].items())
    for ends, gap in zip(places[1:], chain.gaps, strict=True):
        following = ((first, next((at for at in range(last, last + gap + 1) if at in ends), None)) for first, last in chained)
        chained = [(first, ends[at]) for first, at in following if at is not None]
    return chained
