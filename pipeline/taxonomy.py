"""The codebook as the pipeline sees it; `corpus/` loads it and passes it in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How gravely a rule bites, from its own words."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 (low) to 3 (critical)."""
        return list(Severity).index(self)


class Polarity(StrEnum):
    """Whether a provision limits a freedom or protects it."""

    RESTRICTIVE = "restrictive"
    ENABLING = "enabling"


@dataclass(frozen=True, slots=True)
class Norm:
    """An international norm. `status` says how far its pinpoint was verified: verified, secondary, unverified, or
    existence (the instrument was seen, no pinpoint is claimed beyond it).
    """

    id: str
    instrument: str
    pinpoint: str
    status: str

    @property
    def checked(self) -> bool:
        """Whether what is cited was seen, or confirmed by a second source: the pinpoint, or the whole where none is claimed."""
        return self.status in ("verified", "secondary")

    @property
    def printed_pinpoint(self) -> str | None:
        """The pinpoint where it may be printed, else None: where not `checked` it is "to be checked"."""
        return self.pinpoint if self.pinpoint and self.checked else None


@dataclass(frozen=True, slots=True)
class LabelType:
    """A label `family.type`: meaning, look-alikes, severity to start from, norms, safeguards that lower it, questions.

    `does` is one sentence for a reader: what such a provision does. `safeguards` are the kinds expected in good law,
    so that a missing one can be named. `questions` are for the lawyer to check. `definition` is the codebook's own.
    """

    label: str
    name: str
    does: str
    look_alikes: str
    severity: Severity
    norms: tuple[str, ...]
    safeguards: tuple[str, ...]
    questions: tuple[str, ...]
    definition: str = ""

    @property
    def family(self) -> str:
        """The part before the dot."""
        return self.label.partition(".")[0]

    @property
    def type(self) -> str:
        """The part after the dot."""
        return self.label.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Named:
    """An id with a name and a plain definition (a family, an attribute, a kind of safeguard), and norms of its own."""

    id: str
    name: str
    definition: str
    norms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All families, labels, attributes, safeguards and norms, with a version that results carry."""

    version: str
    families: tuple[Named, ...]
    labels: tuple[LabelType, ...]
    attributes: tuple[Named, ...]
    safeguards: tuple[Named, ...]
    norms: tuple[Norm, ...]

    def label(self, label: str) -> LabelType:
        """The label's entry; KeyError for an unknown one."""
        for entry in self.labels:
            if entry.label == label:
                return entry
        raise KeyError(label)

    def norm(self, id: str) -> Norm:
        """The norm's entry; KeyError for an unknown one."""
        for entry in self.norms:
            if entry.id == id:
                return entry
        raise KeyError(id)
