"""Which safeguards protect against a finding: in its provision, in its article, elsewhere in the law; and which are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from pipeline.document import Document
from pipeline.finding import Safeguard
from pipeline.judge.authorities import names
from pipeline.judge.law_guards import LawGuards, law_guards
from pipeline.judge.safeguards import Guard, find_guards
from pipeline.judge.time_limits import lent
from pipeline.judge.words import words_of
from pipeline.provision import Law, Provision


class Protection:
    """Looks safeguards up; what one finding has made it read, the next need not."""

    def __init__(self, document: Document, law: Law) -> None:
        self._text = document.text
        self._judged = [p for p in law.provisions if p.judged]
        self._by_article: dict[str, list[Provision]] = defaultdict(list)
        for provision in self._judged:
            self._by_article[provision.article].append(provision)
        self._read: dict[str, tuple[Guard, ...]] = {}

    @cached_property
    def _law(self) -> LawGuards:
        return law_guards(self._text, self._judged)

    def safeguards(self, provision: Provision, expected: tuple[str, ...]) -> tuple[Safeguard, ...]:
        """All safeguards of the provision itself, then one of each other kind from its article; an `expected` kind that is in
        neither is looked for across the law, and is there with `present` False where there is none.
        """
        found = list(self.own(provision))
        for other in self._by_article[provision.article]:
            if other.eid != provision.eid:
                found += [self._here(other, g) for g in self._lent(other, provision) if g.kind not in {f.kind for f in found}]
        missing = [kind for kind in expected if kind not in {f.kind for f in found}]
        return (*found, *self._elsewhere(provision, missing))

    def own(self, provision: Provision) -> tuple[Safeguard, ...]:
        """The safeguards in the provision's own words."""
        return tuple(self._here(provision, guard) for guard in self.guards(provision))

    def guards(self, provision: Provision) -> tuple[Guard, ...]:
        """The safeguards in a provision's own words; spans into its text."""
        if provision.eid not in self._read:
            self._read[provision.eid] = find_guards(words_of(provision.words(self._text)))
        return self._read[provision.eid]

    def _lent(self, other: Provision, to: Provision) -> Iterator[Guard]:
        """The safeguards of another unit of the article that may protect from what `to` does."""
        text, bound = other.words(self._text), to.words(self._text)
        for guard in self.guards(other):
            if guard.kind != "time_limit_on_authority" or lent(text, guard.span, bound):
                yield guard

    def _elsewhere(self, provision: Provision, kinds: list[str]) -> list[Safeguard]:
        named = names(provision.words(self._text)) if kinds else frozenset[str]()
        places = ((kind, self._law.covering(kind, provision, named)) for kind in kinds)
        return [Safeguard(kind, False) if place is None else Safeguard(kind, True, place[0], place[1]) for kind, place in places]

    @staticmethod
    def _here(provision: Provision, guard: Guard) -> Safeguard:
        return Safeguard(guard.kind, True, guard.span.shift(provision.span.start), provision.eid)
