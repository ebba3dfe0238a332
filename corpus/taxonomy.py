"""Loads the codebook that lies beside this file and checks that it hangs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.taxonomy import LabelType, Named, Norm, Severity, Taxonomy

STATUSES = frozenset({"verified", "secondary", "unverified", "existence"})


@cache
def load_taxonomy() -> Taxonomy:
    """The taxonomy of `corpus/taxonomy.yaml`; ValueError says what in it does not hang together."""
    return parse_taxonomy(taxonomy_bytes())


def taxonomy_bytes() -> bytes:
    """The file as it lies beside this module: what a model's card is made from."""
    return files(__package__).joinpath("taxonomy.yaml").read_bytes()


def parse_taxonomy(source: bytes) -> Taxonomy:
    """The taxonomy written in `source` (YAML); ValueError for one that does not hang together."""
    import yaml  # noqa: PLC0415 (only needed where a taxonomy is read)

    raw = yaml.safe_load(source)
    taxonomy = Taxonomy(
        version=str(raw["version"]),
        families=tuple(_named(entry) for entry in raw["families"]),
        labels=tuple(_label(entry) for entry in raw["labels"]),
        attributes=tuple(_named(entry) for entry in raw["attributes"]),
        safeguards=tuple(_named(entry) for entry in raw["safeguards"]),
        norms=tuple(Norm(**{key: str(value) for key, value in entry.items()}) for entry in raw["norms"]),
    )
    if faults := tuple(_faults(taxonomy)):
        raise ValueError("the taxonomy does not hang together: " + "; ".join(faults))
    return taxonomy


def _named(entry: Mapping[str, Any]) -> Named:
    return Named(entry["id"], entry["name"], entry["definition"], tuple(entry.get("norms", ())))


def _label(entry: Mapping[str, Any]) -> LabelType:
    return LabelType(
        label=entry["label"],
        name=entry["name"],
        does=entry["does"],
        look_alikes=entry["look_alikes"],
        severity=Severity(entry["severity"]),
        norms=tuple(entry["norms"]),
        safeguards=tuple(entry["safeguards"]),
        questions=tuple(entry["questions"]),
        definition=entry["definition"],
    )


def _faults(taxonomy: Taxonomy) -> list[str]:
    """What does not hang together, in words: double ids, unknown families, norms or kinds, norms that nobody cites."""
    families = [family.id for family in taxonomy.families]
    labels = [entry.label for entry in taxonomy.labels]
    kinds = [kind.id for kind in taxonomy.safeguards]
    norms = [norm.id for norm in taxonomy.norms]
    cited = {norm for entry in taxonomy.labels for norm in entry.norms} | {norm for kind in taxonomy.attributes for norm in kind.norms}
    expected = {kind for entry in taxonomy.labels for kind in entry.safeguards}
    faults = [f"{name} stands twice" for names in (families, labels, kinds, norms) for name in _twice(names)]
    faults += [f"{entry.label} belongs to no family" for entry in taxonomy.labels if entry.family not in families or not entry.type]
    faults += [f"{family} has no label" for family in families if not any(label.startswith(family + ".") for label in labels)]
    faults += [f"norm {norm} is cited but unknown" for norm in sorted(cited - set(norms))]
    faults += [f"norm {norm} is cited by nothing" for norm in sorted(set(norms) - cited)]
    faults += [f"safeguard {kind} is unknown" for kind in sorted(expected - set(kinds))]
    faults += [f"{entry.label} lacks norms or questions" for entry in taxonomy.labels if not entry.norms or not entry.questions]
    faults += [f"norm {norm.id} has the unknown status {norm.status}" for norm in taxonomy.norms if norm.status not in STATUSES]
    return faults


def _twice(names: Sequence[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
