"""The JSON of an alert as types: the published contract, from which `clausewatch schema` is made.

A field is only ever added; what is here keeps its name and meaning. All text is the document's own, character for
character, but for control characters, in whose place U+FFFD stands.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

SCHEMA_VERSION: Final = "1.0"
SCHEMA_ID: Final = "urn:clausewatch:alert:1.0"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Family = Literal["registration", "operations", "foreign_funding", "surveillance", "assembly", "expression"]
SeverityName = Literal["low", "medium", "high", "critical"]
# A name of the taxonomy, or of a problem: lower case, so that other programs can rely on it.
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217 code")]
UnitName = Literal["day", "month", "year", "hour", "person", "percent", "metre", "currency_point", "none"]
PageNumber = Annotated[int, Field(ge=1, description="counts from 1")]
Offset = Annotated[int, Field(ge=0, description="characters into the text of the provision that is named")]


class Wire(BaseModel):
    """What all records of the contract share: nothing in them that is not published."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WireBox(Wire):
    """Points of the page as displayed (rotation applied), origin at the top left of the MediaBox."""

    page: PageNumber
    x0: float
    top: float
    x1: float
    bottom: float


class WireDocument(Wire):
    """The file, and the law in it that this result is about."""

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    title: Annotated[str, Field(description="the title of the law, else of the file")]
    name: str
    pages: Annotated[int, Field(ge=0, description="0 for a format without pages")]
    language: str


class WireLaw(Wire):
    """The law within the file."""

    kind: str
    articles: Annotated[int, Field(ge=0, description="units that a lawyer cites, without those quoted into another law")]
    first_page: PageNumber | None
    last_page: PageNumber | None


class WireProblem(Wire):
    """A part that could not be done."""

    code: Id
    page: PageNumber | None
    detail: str
    remedy: str


class WireEvidence(Wire):
    """Deciding words: `text` is `provision.text[start:end]`."""

    start: Offset
    end: Offset
    text: str
    boxes: tuple[WireBox, ...]


class WireFact(Wire):
    """A number that the rule turns on. Offsets are into `provision.text`, null for words that stand outside it.

    Value 0 with unit none is no number: imprisonment for life (kind prison), or an authority's name (kind authority).
    """

    kind: Id
    value: int | float
    unit: UnitName | Currency
    text: str
    start: Offset | None
    end: Offset | None


class WireAttribute(Wire):
    """The words that show an attribute. Offsets are into `provision.text`, null for words that stand outside it."""

    kind: Id
    text: str
    start: Offset | None
    end: Offset | None


class WireSafeguard(Wire):
    """A safeguard and, where present, its words and the provision that holds them; offsets are into that provision's text."""

    kind: Id
    present: bool
    eid: str | None
    article: str | None
    start: Offset | None
    end: Offset | None
    text: str | None


class WireNorm(Wire):
    """An international norm; `pinpoint` only where its verification allows to print it: null with status verified or secondary
    says that the instrument as a whole is cited, null with another status that the pinpoint is still to be checked.
    """

    id: str
    instrument: str
    pinpoint: str | None
    status: Literal["verified", "secondary", "unverified", "existence"]


class WireAmendment(Wire):
    """What an amending clause does, as the text says it."""

    action: Literal["insert", "substitute", "repeal", "amend"]
    law: str
    target: str


class WireProvision(Wire):
    """A provision in full. `article` is the number of the unit that a lawyer cites, `number` the provision's own."""

    eid: str
    article: str
    number: str
    heading: str
    parents: tuple[str, ...]
    text: str
    page: PageNumber | None
    boxes: tuple[WireBox, ...]
    quoted: Annotated[bool, Field(description="new text for another law, quoted under an amending clause")]
    amends: WireAmendment | None


class WireFinding(Wire):
    """A machine's word on a provision."""

    label: Annotated[str, Field(pattern=r"^[a-z_]+\.[a-z_]+$")]
    family: Family
    type: Id
    polarity: Literal["restrictive", "enabling"]
    probability: Annotated[float, Field(ge=0, le=1, description="calibrated")]
    severity: SeverityName
    reasons: tuple[str, ...]
    attributes: tuple[Id, ...]
    attribute_words: tuple[WireAttribute, ...]
    facts: tuple[WireFact, ...]
    safeguards: tuple[WireSafeguard, ...]
    norms: tuple[WireNorm, ...]
    evidence: tuple[WireEvidence, ...]
    provision: WireProvision


class WireScored(Wire):
    """A provision and the probability that each family restricts through it."""

    eid: str
    article: str
    number: str
    heading: str
    text: str
    page: PageNumber | None
    scores: dict[Family, Annotated[float, Field(ge=0, le=1)]]


class WireResult(Wire):
    """The result for one law."""

    schema_version: Literal["1.0"]
    status: Literal["complete", "partial"]
    model_id: str
    taxonomy_version: str
    document: WireDocument
    law: WireLaw
    problems: tuple[WireProblem, ...]
    severity: SeverityName | None
    findings: tuple[WireFinding, ...]
    provisions: Annotated[tuple[WireScored, ...] | SkipJsonSchema[None], Field(description="only with --all")] = None


def schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of one result."""
    made = WireResult.model_json_schema()
    return {"$schema": DIALECT, "$id": SCHEMA_ID, **made, "title": "clausewatch alert"}
