"""From labelled laws in a folder to numbers: windows, labels, citations, and which articles are near-copies of another country's."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.taxonomy import load_taxonomy
from models.encoder.reader import adapter_digest
from models.extract import extract, labelled, twins
from models.features import counted
from models.heads import heads_of
from models.real_law import RealLaw, packed, unpacked
from models.signs import COUNT
from pipeline.classifier import ProvisionText

QUESTIONS = heads_of(load_taxonomy()).count
PERMIT, FUNDS = "assembly.authorisation", "foreign_funding.prior_approval"
COPIED = "Nobody beats a drum in the market square after dusk unless the warden of the square has given leave for that night."
SHARED = Path(__file__).parents[2] / "shared"


def row(n: int, text: str, polarity: str = "neutral", labels: Sequence[str] = (), **more: object) -> dict[str, object]:
    return {"n": n, "part": "", "article": str(n), "heading": f"Rule {n}", "text": text, "polarity": polarity, "labels": [*labels], **more}


def marked(text: str, label: str, words: str) -> dict[str, object]:
    return {"label": label, "start": text.index(words), "end": text.index(words) + len(words)}


SPLIT = "(1) The clerk keeps a list of bands. (2) No band plays abroad's tunes for pay before the clerk agrees. (3) Lists are kept dry."
LAWS = {
    "aa-drums-2001": [
        row(1, "This law is about drums, and section 3 about lists."),
        row(2, COPIED, "restrictive", [PERMIT], spans=[marked(COPIED, PERMIT, "unless the warden")]),
        row(3, SPLIT, "restrictive", [FUNDS], spans=[marked(SPLIT, FUNDS, "before the clerk agrees")], doubt=True, part="Part 2"),
        row(4, "Left out, since nobody could tell.", "skip"),
    ],
    "bb-drums-1950": [
        row(1, COPIED.replace("that night", "the night"), "restrictive", [PERMIT], spans=[]),
        row(2, "(1) A drum may be beaten at noon. (2) Nobody needs leave for it.", "enabling", [PERMIT]),
    ],
    "bb-milk-1960": [row(1, "Milk is sold in clean cans, and the cans are closed with a lid of tin or of wood.")],
}
INDEX = [("aa-drums-2001", "Drums Act", "on topic"), ("bb-drums-1950", "Drums Law", "on topic"), ("bb-milk-1960", "Milk Law", "look-alike")]


def jsonl(path: Path, rows: Sequence[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "laws").mkdir()
    (tmp_path / "neutral").mkdir()
    for name, rows in LAWS.items():
        jsonl(tmp_path / "laws" / f"{name}.jsonl", rows)
    index = [("law", "title", "kind"), *INDEX]
    (tmp_path / "laws" / "INDEX.tsv").write_text("".join("\t".join(line) + "\n" for line in index), encoding="utf-8")
    plain = [
        {
            "jurisdiction": "ghana",
            "law": f"Reeds Act {i // 4}",
            "part": "",
            "article": "9",
            "heading": "Reeds",
            "text": f"Reeds are cut in month {i}.",
        }
        for i in range(8)
    ]
    jsonl(tmp_path / "neutral" / "articles.jsonl", plain)
    return tmp_path


class Reader:
    """Says how long each text is, to every question."""

    def __init__(self) -> None:
        self.asked: list[ProvisionText] = []

    def answers(self, provisions: Sequence[ProvisionText]) -> np.ndarray:
        self.asked += provisions
        return np.array([[float(len(p.text))] * QUESTIONS for p in provisions], dtype=np.float32)


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def real(folder: Path, reader: Reader) -> RealLaw:
    return extract(folder, reader.answers)


def test_who_cites_whom_and_what_is_seen_are_kept(real: RealLaw):
    assert real.signs.shape == (len(real), COUNT)
    (citing,), (first,) = real.citing, real.cited
    assert (real.law[citing], real.article[citing]) == ("aa-drums-2001", 1)
    assert (real.law[first], real.article[first]) == ("aa-drums-2001", 3)
    assert real.article[first - 1] != 3, "the first window of the article"


def cited(real: RealLaw) -> list[tuple[str, int]]:
    return list(zip(real.law.tolist(), real.article.tolist(), strict=True))


def test_every_window_is_a_row_in_the_order_of_the_laws(real: RealLaw, reader: Reader):
    assert cited(real) == [
        *[("aa-drums-2001", n) for n in (1, 2, 3, 3, 3)],
        *[("bb-drums-1950", n) for n in (1, 2, 2)],
        ("bb-milk-1960", 1),
        ("neutral: Reeds Act 0", 0),
        ("neutral: Reeds Act 0", 3),  # every third
        ("neutral: Reeds Act 1", 6),
    ]
    assert [p.text for p in reader.asked][2:5] == [
        "The clerk keeps a list of bands.",
        "No band plays abroad's tunes for pay before the clerk agrees.",
        "Lists are kept dry.",
    ]


def test_a_window_is_read_in_its_place(real: RealLaw, reader: Reader):
    assert len(real) == len(reader.asked)
    assert (reader.asked[3].heading, reader.asked[3].parts, reader.asked[3].law) == ("Rule 3", ("Part 2",), "Drums Act")
    assert reader.asked[-1].law == "Reeds Act 1"
    assert real.answers[:, 0].tolist() == [float(len(p.text)) for p in reader.asked]
    assert (real.counts != counted(reader.asked)).nnz == 0


def test_labels_are_those_of_the_window(real: RealLaw):
    named = [[real.label_names[i] for i in np.flatnonzero(flags)] for flags in real.labels]
    assert named == [[], [PERMIT], [], [FUNDS], [], [PERMIT], [PERMIT], [PERMIT], [], [], [], []]
    assert real.polarity.tolist() == [0, 1, 0, 1, 0, 1, -1, -1, 0, 0, 0, 0]


def test_what_nobody_marked_is_not_sure(real: RealLaw):
    assert np.flatnonzero(~real.sure).tolist() == [6, 7]
    assert np.flatnonzero(real.doubt).tolist() == [2, 3, 4]


def test_laws_on_other_subjects_are_look_alikes(real: RealLaw):
    assert [real.law[i] for i in np.flatnonzero(real.look_alike)] == [
        "bb-milk-1960", "neutral: Reeds Act 0", "neutral: Reeds Act 0", "neutral: Reeds Act 1",
    ]  # fmt: skip
    assert real.jurisdiction.tolist() == ["aa"] * 5 + ["bb"] * 4 + ["gh"] * 3


def test_a_near_copy_names_the_other_jurisdiction(real: RealLaw):
    assert real.twin.tolist() == ["", "bb", "", "", "", "aa", "", "", "", "", "", ""]


def test_of_several_copies_the_twin_is_the_same_every_time(folder: Path):
    names = [letter * 2 for letter in "cdefghijklmnop"]
    for name in names:
        jsonl(folder / "laws" / f"{name}-drums.jsonl", [row(1, COPIED)])
    index = folder / "laws" / "INDEX.tsv"
    index.write_text(index.read_text() + "".join(f"{name}-drums\tDrums\ton topic\n" for name in names))
    articles = labelled(folder / "laws")
    assert dict(zip([(a.law, a.row["n"]) for a in articles], twins(articles), strict=True))[("aa-drums-2001", 2)] == "cc"


def test_it_is_packed_with_the_adapters_digest(real: RealLaw):
    assert real.adapter == adapter_digest()
    assert cited(unpacked(packed(real))) == cited(real)


@pytest.mark.skipif(not (SHARED / "laws" / "INDEX.tsv").is_file(), reason="../shared/laws is not beside the project")
def test_the_laws_beside_the_project_can_be_read():
    articles = labelled(SHARED / "laws")
    known = {entry.label for entry in load_taxonomy().labels}
    assert len({article.law for article in articles}) >= 60
    assert {label for article in articles for label in article.row["labels"]} <= known
    assert all(len(article.jurisdiction) == 2 and article.title for article in articles)
