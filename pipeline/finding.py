"""A machine's word on a provision. Never edited: what a person says is a review, kept apart."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.provision import Provision
from pipeline.span import Span
from pipeline.taxonomy import Norm, Polarity, Severity


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that the rule turns on. `span` is into the document's text.

    `kind`: notice_period, time_limit, founders, fine, prison, percentage, cap, fee, distance, count, authority (value 0,
    unit none, the name in `text`). `unit`: day, month, year, hour, person, percent, metre, an ISO currency code,
    currency_point or none.
    """

    kind: str
    value: float
    unit: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribute:
    """An aggravating quality of a restrictive rule (vague_grounds, no_appeal, ...) and the words that show it."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Safeguard:
    """A safeguard of a kind in the taxonomy. Where `present`, its words (`span`) and the provision that holds them."""

    kind: str
    present: bool
    span: Span | None = None
    eid: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A label on a provision with all that a lawyer needs beside it. Evidence spans are into the document's text."""

    provision: Provision
    label: str
    polarity: Polarity
    probability: float
    severity: Severity
    reasons: tuple[str, ...]
    evidence: tuple[Span, ...]
    attributes: tuple[Attribute, ...] = ()
    facts: tuple[Fact, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    norms: tuple[Norm, ...] = ()
