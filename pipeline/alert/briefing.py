"""An analysis as a reader meets it: findings by gravity, everything in words, all text safe to set.

The page, the memo and the notes of the annotated PDF are all set from one `Briefing`, so that they say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from pipeline.alert.clause import Clause, clause
from pipeline.alert.entry import Entry, Reader
from pipeline.alert.wording import FACT_KINDS, LANGUAGES, clean, counted, name_of, one_line, shortened, spoken
from pipeline.analysis import Analysis
from pipeline.errors import Problem
from pipeline.finding import Finding
from pipeline.provision import Matter
from pipeline.taxonomy import Polarity, Severity, Taxonomy

DRAFT = "Draft — machine findings, not reviewed by a lawyer"
LIMITS = (
    "A program found these provisions by their wording. It can miss a restriction and it can raise a false one.",
    "Read the law itself before relying on any of this.",
)
MISSED = "Of the articles that restrict, it is expected to miss at most {share:.0%} in a law of a country that it never saw."
FURTHER_LIMITS = (
    "It read only this text. It does not know the other laws that the text refers to, nor how the law is applied.",
    "A safeguard is called missing where none was found in this text; it may stand in another law.",
    "The confidence of a finding is an estimate of how often such a finding is right; it says nothing about how grave it is.",
)


@dataclass(frozen=True, slots=True)
class Count:
    """A family and how many restrictive findings it has at each severity, gravest first."""

    family: str
    name: str
    by_severity: tuple[tuple[Severity, int], ...]

    @property
    def total(self) -> int:
        """Findings of the family."""
        return sum(number for _, number in self.by_severity)


@dataclass(frozen=True, slots=True)
class Lack:
    """A kind of safeguard that is missing: the numbers of the provisions that lack it, and of those that have it."""

    name: str
    missing: tuple[int, ...]
    found: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact worth seeing at a glance, and the provision that turns on it."""

    words: str
    number: int
    citation: str


@dataclass(frozen=True, slots=True)
class Figures:
    """All facts of one kind."""

    kind: str
    values: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The alert in words.

    `clauses` are the provisions with a restriction: those of the gravest article first, the gravest of an article
    first; `kept` are those that only protect, numbered on. `entries` are the restrictive findings one by one and
    `protecting` the enabling ones; each carries the number of its provision.
    """

    title: str
    kind: str
    purpose: str
    language: str
    name: str
    status: str
    articles: int
    clauses: tuple[Clause, ...]
    kept: tuple[Clause, ...]
    entries: tuple[Entry, ...]
    protecting: tuple[Entry, ...]
    counts: tuple[Count, ...]
    lacks: tuple[Lack, ...]
    problems: tuple[Problem, ...]
    analysis: Analysis

    @property
    def gravest(self) -> tuple[Clause, ...]:
        """The three gravest, each of another article: by severity, then by how many aggravating qualities, then by confidence."""
        by_weight = sorted(
            self.clauses, key=lambda c: (-c.severity.rank, -len(c.attributes), -max(e.confidence for e in c.entries), c.number)
        )
        first: dict[str, Clause] = {}
        for found in by_weight:
            first.setdefault(found.article, found)
        return tuple(sorted(list(first.values())[:3], key=lambda c: (-c.severity.rank, c.number)))

    @property
    def by_article(self) -> tuple[tuple[Clause, ...], ...]:
        """The provisions with a restriction, those of one article together, the gravest article first."""
        return tuple(tuple(clauses) for _, clauses in groupby(self.clauses, key=lambda c: c.article))

    @property
    def severity(self) -> Severity | None:
        """Of the gravest finding, None without a restriction."""
        return self.analysis.severity

    @property
    def instruments(self) -> tuple[str, ...]:
        """Every instrument that a provision is held against, once."""
        return tuple(dict.fromkeys(norm.instrument for found in self.clauses + self.kept for norm in found.norms))

    @property
    def extent(self) -> str:
        """How long the law is: "bill · 7 articles · 3 pages · English"."""
        pages = len(self.analysis.document.pages)
        parts = (self.kind, counted(self.articles, "article"), counted(pages, "page") if pages else "", self.language)
        return " · ".join(part for part in parts if part)

    @property
    def sha256(self) -> str:
        """Of the file's bytes."""
        return one_line(self.analysis.document.sha256)

    @property
    def limits(self) -> tuple[str, ...]:
        """What must be known before relying on it, a sentence each."""
        missed = self.analysis.expected_missed
        return (LIMITS[0], *([MISSED.format(share=missed)] if missed is not None else ()), LIMITS[1], *FURTHER_LIMITS)

    @property
    def maker(self) -> str:
        """The model that found it and the codebook it went by."""
        return one_line(f"{self.analysis.model_id}, taxonomy {self.analysis.taxonomy_version}")

    @property
    def figures(self) -> tuple[Figures, ...]:
        """The facts of the restrictive findings by kind, the same words once a kind."""
        kinds: dict[str, dict[str, Figure]] = {}
        for entry in self.entries:
            for fact in entry.facts:
                kinds.setdefault(fact.kind, {}).setdefault(fact.words.casefold(), Figure(fact.words, entry.number, entry.citation))
        return tuple(Figures(kind, tuple(kinds[kind].values())) for kind in FACT_KINDS.values() if kind in kinds)

    @property
    def reading(self) -> str:
        """How much was read, and how."""
        document = self.analysis.document
        careful = sum(page.reader == "careful" for page in document.pages)
        unread = sum(page.reader == "none" for page in document.pages)
        pages = counted(len(document.pages), "page") if document.pages else f"no pages ({document.format})"
        parts = (pages, f"{careful} by the slower reader" if careful else "", f"{unread} not read" if unread else "")
        units = f"{counted(self.articles, 'article')}, {counted(len(self.analysis.law.provisions), 'numbered unit')}"
        return ", ".join(part for part in (*parts, units) if part)

    @property
    def summary(self) -> str:
        """What was found, in one or two sentences."""
        return _summary(self)


def brief(analysis: Analysis, taxonomy: Taxonomy | None = None) -> Briefing:
    """Sets an analysis in words; names, meanings and questions are the taxonomy's where one is given, else made from ids."""
    reader = Reader(analysis, taxonomy)
    clauses, kept = _clauses(analysis, reader)
    entries = tuple(entry for found in clauses for entry in found.entries if entry.restricts)
    law, document = analysis.law, analysis.document
    return Briefing(
        title=one_line(law.title or document.title or document.name) or "Untitled document",
        kind="" if law.kind == "unknown" else spoken(law.kind),
        purpose=_purpose(analysis),
        language=LANGUAGES.get(document.language, one_line(document.language)),
        name=one_line(document.name),
        status=analysis.status,
        articles=len(law.articles),
        clauses=clauses,
        kept=kept,
        entries=entries,
        protecting=tuple(entry for found in clauses + kept for entry in found.entries if not entry.restricts),
        counts=_counts(tuple(entry.finding for entry in entries), taxonomy),
        lacks=_lacks(clauses),
        problems=tuple(Problem(p.code, p.page, clean(p.detail), clean(p.remedy)) for p in analysis.problems),
        analysis=analysis,
    )


def _clauses(analysis: Analysis, reader: Reader) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The provisions with a restriction and those that only protect, numbered through."""
    by_eid: dict[str, list[Finding]] = {}
    for finding in analysis.findings:
        by_eid.setdefault(finding.provision.eid, []).append(finding)
    groups = sorted((sorted(found, key=_weight) for found in by_eid.values()), key=lambda g: g[0].provision.span)
    articles: dict[str, tuple[int, int]] = {}
    for group in groups:
        rank, start = articles.get(_article(group[0]), (0, group[0].provision.span.start))
        articles[_article(group[0])] = min(rank, _weight(group[0])[0]), start
    restricting = [g for g in groups if g[0].polarity is Polarity.RESTRICTIVE]
    restricting.sort(key=lambda g: (articles[_article(g[0])], _weight(g[0])[0]))
    protecting = [g for g in groups if g[0].polarity is Polarity.ENABLING]
    made = tuple(
        clause(number, tuple(reader.entry(number, finding) for finding in group), analysis)
        for number, group in enumerate(restricting + protecting, 1)
    )
    return made[: len(restricting)], made[len(restricting) :]


def _weight(finding: Finding) -> tuple[int, float]:
    """Sorts restrictive before enabling, the gravest and then the surest first; never above 0 for an enabling one."""
    rank = -1 - finding.severity.rank if finding.polarity is Polarity.RESTRICTIVE else 0
    return rank, -finding.probability


def _article(finding: Finding) -> str:
    return finding.provision.article or finding.provision.eid


def _purpose(analysis: Analysis) -> str:
    """The long title: what the law says that it is for."""
    spans = (p.span for p in analysis.law.passages if p.matter is Matter.LONG_TITLE)
    return shortened(" ".join(one_line(analysis.text_of(span)) for span in spans), 420)


def _counts(found: tuple[Finding, ...], taxonomy: Taxonomy | None) -> tuple[Count, ...]:
    families = {f.label.partition(".")[0] for f in found}
    known = taxonomy.families if taxonomy else ()
    gravest_first = sorted(Severity, key=lambda s: -s.rank)
    rows = [
        Count(family, name_of(family, known), tuple((s, sum(_is(f, family, s) for f in found)) for s in gravest_first))
        for family in sorted(families)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.total, row.name)))


def _is(finding: Finding, family: str, severity: Severity) -> bool:
    return finding.label.partition(".")[0] == family and finding.severity is severity


def _lacks(clauses: tuple[Clause, ...]) -> tuple[Lack, ...]:
    kinds = {name for found in clauses for name in found.missing}
    rows = [
        Lack(
            kind,
            tuple(c.number for c in clauses if kind in c.missing),
            tuple(c.number for c in clauses if any(kept.name == kind for kept in c.kept)),
        )
        for kind in sorted(kinds)
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.missing), row.name)))


def _summary(briefing: Briefing) -> str:
    if not briefing.articles:
        return "No law was found in this file, so nothing was judged."
    entries, kept = briefing.entries, {entry.number for entry in briefing.protecting}
    if not entries:
        where = "this text" if briefing.status == "complete" else "what could be read"
        return f"No restriction of civic space was found in {where}." + (f" {_protects(len(kept))}" if kept else "")
    units = len({e.finding.provision.article for e in entries})
    gravest = max((e.severity for e in entries), key=lambda s: s.rank)
    worst = [e for e in entries if e.severity is gravest]
    said = (
        f"{counted(len(entries), 'restriction')} of civic space {'was' if len(entries) == 1 else 'were'} found in "
        f"{counted(units, 'article')}; {len(worst)} {'is' if len(worst) == 1 else 'are'} {gravest.value}."
    )
    return f"{said} {_protects(len(kept))}" if kept else said


def _protects(number: int) -> str:
    return "1 provision protects a freedom." if number == 1 else f"{number} provisions protect a freedom."
