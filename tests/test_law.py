"""What a law is: which articles are its own."""

from __future__ import annotations

import pytest

from pipeline.provision import Law, Provision
from pipeline.span import Span

NOWHERE = Span(0, 0)


def unit(eid: str, kind: str, above: str = "", *, article: bool = False, quoted: bool = False) -> Provision:
    return Provision(eid, kind, "1", "", NOWHERE, article=eid if article else "", above=above, quoted=quoted)


SECTIONS = (unit("part_1", "part"), unit("sec_1", "section", "part_1", article=True), unit("sec_2", "section", "part_1", article=True))
SCHEDULE = (
    unit("sched_1", "schedule"),
    unit("sched_1__part_1", "part", "sched_1"),
    unit("sched_1__para_1", "paragraph", "sched_1__part_1", article=True),
)


@pytest.mark.parametrize(
    ("provisions", "own"),
    [
        pytest.param(SECTIONS, ["sec_1", "sec_2"], id="under a part"),
        pytest.param((*SECTIONS, *SCHEDULE), ["sec_1", "sec_2"], id="paragraphs of a schedule, however deep, are no articles"),
        pytest.param(SCHEDULE, ["sched_1__para_1"], id="a law that is all schedule"),
        pytest.param((*SECTIONS, unit("sec_2__sec_9", "section", "sec_2", article=True, quoted=True)), ["sec_1", "sec_2"], id="quoted"),
        pytest.param((), [], id="nothing"),
    ],
)
def test_a_laws_own_articles(provisions: tuple[Provision, ...], own: list[str]):
    assert [p.eid for p in Law("Clubs Act", "act", NOWHERE, provisions).articles] == own
