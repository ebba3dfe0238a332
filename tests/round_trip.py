"""What a print gives back when it is read, laid out and segmented, against what was printed.

An article comes back WHOLE when all of this holds:

- a unit that the segmenter calls an article carries its number, in the order of the print (not in a schedule, not
  quoted, in the law of the document that has most provisions);
- its span holds the whole printed text: equal once blanks and hyphens are set aside (a print breaks words at the end
  of a line), or, failing that, at least 99 % alike word by word with no more than three words in a row lost, changed or
  foreign;
- beside the text the span holds the number, the heading, the word Section or Article and, in prints with footnotes, a
  footnote's mark; anything else (a running head, a line number, the signature, the next heading) is foreign;
- words are not glued or torn: their count differs by at most two or two in a hundred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from pipeline.document import Document
from pipeline.layout import lay_out
from pipeline.provision import Law, Provision
from pipeline.read import read
from pipeline.structure import segment
from tests.law_printer import Article, Printed

_BLANKS_AND_HYPHENS = re.compile(r"[\s\-\xad\u2010\u2011\ufffe]+")
_BESIDE = re.compile(r"(?:section|article|[.,:;—–()\[\]])*", re.IGNORECASE)
"""What may be left of a span without number, heading and text."""
_OUTSIDE = ("sched", "att", "annex", "app", "doc")
"""eIds of units that stand in a schedule begin with one of these."""


@dataclass(frozen=True)
class Failure:
    """An article that did not come back whole, and why in one line."""

    number: str
    why: str


@dataclass(frozen=True)
class Outcome:
    """A print read back. `extra` are numbers of articles that were not printed as such."""

    articles: int
    headings: int
    failures: tuple[Failure, ...]
    extra: tuple[str, ...]
    laws: int

    @property
    def whole(self) -> int:
        """How many articles came back with right number and whole text."""
        return self.articles - len(self.failures)


def read_back(printed: Printed) -> Outcome:
    """Read the print again and compare."""
    reading = read(printed.pdf, "print.pdf")
    document = lay_out(reading, sha256=sha256(printed.pdf).hexdigest(), name="print.pdf")
    laws = segment(document)
    return compare(printed, document, max(laws, key=lambda law: len(law.provisions)), len(laws))


def compare(printed: Printed, document: Document, law: Law, laws: int = 1) -> Outcome:
    """The outcome for one law of a document."""
    got = [p for p in law.provisions if p.eid == p.article and not p.quoted and not _in_schedule(p)]
    pairs, extra = _aligned(printed.articles, got)
    failures = [f for article, provision in pairs if (f := _failure(article, provision, document, printed.style.footnotes))]
    headings = sum(1 for article, provision in pairs if provision and _heading(provision.heading) == _heading(article.heading))
    return Outcome(len(printed.articles), headings, tuple(failures), tuple(extra), laws)


def _in_schedule(provision: Provision) -> bool:
    return provision.eid.startswith(_OUTSIDE) or any("SCHEDULE" in parent.upper() for parent in provision.parents)


def _number(provision: Provision) -> str:
    return re.sub(r"(?i)^(?:section|article|clause|§)\s*", "", provision.number).strip(" .)—")


def _aligned(articles: tuple[Article, ...], got: list[Provision]) -> tuple[list[tuple[Article, Provision | None]], list[str]]:
    """Each printed article with the unit that carries its number, in order; and the numbers that nothing printed."""
    numbers, found = [a.number for a in articles], [_number(p) for p in got]
    pairs: list[tuple[Article, Provision | None]] = []
    extra: list[str] = []
    for tag, i0, i1, j0, j1 in SequenceMatcher(None, numbers, found, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(articles[i0:i1], got[j0:j1], strict=True)
        else:
            pairs += [(a, None) for a in articles[i0:i1]]
            extra += found[j0:j1]
    return pairs, extra


def _heading(text: str) -> str:
    return _fold(text).casefold().rstrip(".:—–")


def _fold(text: str) -> str:
    return _BLANKS_AND_HYPHENS.sub("", text)


def _failure(article: Article, provision: Provision | None, document: Document, footnotes: bool) -> Failure | None:
    if provision is None:
        return Failure(article.number, "no article with this number here")
    got = provision.span.of(document.text)
    why = _foreign(article, got, footnotes) if _fold(article.text) in _fold(got) else _unlike(article, got)
    return Failure(article.number, why) if why else None


def _foreign(article: Article, got: str, footnotes: bool) -> str:
    """What the span holds beside number, heading and text; "" for nothing."""
    before, _, after = _fold(got).partition(_fold(article.text))
    rest = before.casefold()
    for known in (_fold(article.heading).casefold(), article.number.casefold()):
        rest = rest.replace(known, "", 1)
    after = re.sub(r"^\d{1,2}", "", after) if footnotes else after
    if not _BESIDE.fullmatch(rest):
        return f"foreign text before: {before[:80]!r}"
    if not _BESIDE.fullmatch(after):
        return f"foreign text after: {after[:80]!r}"
    return _glued(article, got)


def _glued(article: Article, got: str) -> str:
    expected = len(f"{article.number} {article.heading} {article.text}".split())
    count = len(got.split())
    return "" if abs(count - expected) <= max(2.0, expected / 50) else f"{count} words for {expected}: glued or torn"


def _unlike(article: Article, got: str) -> str:
    """How the words differ; "" when so little that the text counts as whole."""
    expected, words = article.text.split(), got.split()
    matcher = SequenceMatcher(None, expected, words, autojunk=False)
    skipped = len(f"{article.number} {article.heading}".split()) + 1
    changes = [op for op in matcher.get_opcodes() if op[0] != "equal" and not (op[0] == "insert" and op[1] == 0 and op[4] <= skipped)]
    same = sum(block.size for block in matcher.get_matching_blocks())
    share = same / max(len(expected), 1)
    longest = max((max(i1 - i0, j1 - j0) for _, i0, i1, j0, j1 in changes), default=0)
    if share >= 0.99 and longest <= 3:
        return ""
    _, i0, i1, j0, j1 = max(changes, key=lambda op: max(op[2] - op[1], op[4] - op[3]))
    lost, read_there, before = expected[i0:i1], words[j0:j1], expected[max(0, i0 - 4) : i0]
    return f"{share:.3f} alike; printed {_short(lost)}, read {_short(read_there)} after {_short(before)}"


def _short(words: list[str]) -> str:
    return repr(" ".join(words)[:70])
