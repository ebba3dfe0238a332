"""What the classifier is worth on law that it never saw: `make score`.

    python -m tests.bench.score [--json FILE] [--predictions FILE]
    python -m tests.bench.score --shuffled

Both ways of judging stand side by side: fast (words alone) and full (with the encoder). Everything that is learnt or chosen is learnt
anew without the jurisdictions it is measured on; the encoder's adapter is taught by our own drafting alone. Without the laws beside the
project it counts on what is kept of them (numbers, no text); evidence, severity and pages need their texts. Under ten minutes on two cores.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.examples import load_examples
from corpus.taxonomy import load_taxonomy
from models.encoder.adapter import adapter_bytes, unpacked
from models.encoder.reader import adapter_digest
from models.learn import learn
from models.material import Material, material_of
from models.real_law import RealLaw, real_law_bytes
from models.real_law import unpacked as real_law
from models.train import corpus_digest, knowledge_of, training_digest
from tests.bench.beside import predictions, read_beside, save
from tests.bench.folds import Unseen, judge_unseen
from tests.bench.score_beside import text_sections
from tests.bench.score_drafted import drafted_sections, fact_section, mark_section
from tests.bench.score_laws import law_sections
from tests.bench.score_promise import promise_section
from tests.bench.sheet import WAYS, Section
from tests.bench.shuffled import chance_section


def main(arguments: list[str] | None = None) -> None:
    """Runs the command."""
    given = _given(arguments)
    say = _clock()
    import sklearn.linear_model  # noqa: F401, PLC0415 (what is loaded by now is held to one thread, as in training)
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    with threadpool_limits(limits=1):
        kept = []
        for section in _sections(given, say):
            sys.stdout.write("\n".join(section.lines()) + "\n")
            sys.stdout.flush()
            kept.append(section.kept())
    if given.json:
        given.json.write_text(json.dumps({"model_id": _model_id(), "sections": kept}, indent=1) + "\n", encoding="utf-8")
    say("done")


def _given(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.score", description="What the classifier is worth on law that it never saw."
    )
    parser.add_argument("--json", type=Path, help="write the same numbers here")
    parser.add_argument("--predictions", type=Path, help="write the full way's predictions here, for score.py beside the laws")
    parser.add_argument("--shuffled", action="store_true", help="only this: with labels dealt out anew all must fall to chance")
    return parser.parse_args(arguments)


def _clock() -> Callable[[str], None]:
    start = time.perf_counter()
    return lambda line: sys.stderr.write(f"{time.perf_counter() - start:5.0f} s  {line}\n") and None


def _sections(given: argparse.Namespace, say: Callable[[str], None]) -> Iterator[Section]:
    say("reading the corpus and what is kept of real law")
    taxonomy, real = load_taxonomy(), real_law(real_law_bytes())
    material = material_of(load_examples(), taxonomy, real)
    if given.shuffled:
        yield chance_section(material, real, say)
        return
    beside, unseen = read_beside(), judge_unseen(material, real, say)
    yield _origin(material, real, unseen, with_texts=beside is not None)
    say("counting")
    yield from law_sections(unseen, beside.lengths if beside else None)
    yield promise_section(unseen)
    if beside:
        if given.predictions:
            save(given.predictions, predictions(unseen, "full"))
        yield from text_sections(beside, unseen, material, real, taxonomy, say)
    say("learning from all, as shipped")
    yield from drafted_sections(knowledge_of(material, learn(material), load_examples()), _model_id(), say)
    yield fact_section()
    if beside:
        yield mark_section()


def _model_id() -> str:
    return f"cw-{training_digest()[:12]}"


def _thresholds(unseen: Unseen, way: str) -> str:
    chosen = [(one.fast if way == "fast" else one.full).thresholds for one in unseen.learnt]
    return "; ".join(f"{one.restrictive:.2f} a restriction, {one.enabling:.2f} a freedom, {one.label:.2f} a type" for one in chosen)


def _origin(material: Material, real: RealLaw, unseen: Unseen, *, with_texts: bool) -> Section:
    taught = unpacked(adapter_bytes()).taught_by
    same = "the committed one" if real.adapter == adapter_digest() else "ANOTHER THAN THE COMMITTED ONE: run models.extract again"
    notes = (
        f"model {_model_id()}, corpus {corpus_digest()[:12]} ({material.examples} examples), taxonomy {load_taxonomy().version}",
        f"kept of real law: {len(real)} windows, answers by adapter {real.adapter[:12]}, {same}",
        f"adapter taught by {json.dumps(dict(taught), sort_keys=True)}: our own drafting alone, so no fold needs one of its own",
        f"jurisdictions left out together: {'; '.join(' '.join(group) for group in unseen.groups)}",
        *(f"from which probability something is said, {way}: {_thresholds(unseen, way)}" for way in WAYS),
        "within each fold six such groups again choose weights and thresholds; near-copies of a law that is left out leave too",
        "the texts of the laws are beside the project"
        if with_texts
        else "the laws are not beside the project: what needs their texts is left out",
    )
    return Section("What is measured, and how it was learnt", notes)


if __name__ == "__main__":
    main()
