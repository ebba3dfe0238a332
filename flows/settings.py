"""What can be set from outside, read once at each entrance.

CLAUSEWATCH_CACHE     folder of the trained model; default: the user's own cache folder
CLAUSEWATCH_SECONDS   longest reading of one file
CLAUSEWATCH_MEMORY    most memory for reading one file, in megabytes
CLAUSEWATCH_PAGES     most pages of one file
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flows.limits import ProcessLimits
from flows.reading import Limits
from pipeline.errors import ClausewatchError
from pipeline.read.limits import ReadLimits


class BadSetting(ClausewatchError):
    """A variable of the environment that says nothing usable."""

    code = "bad_setting"
    remedy = "Unset the variable, or give it a whole number above zero."


@dataclass(frozen=True, slots=True)
class Settings:
    """The folder of the trained model, and the bounds on one file."""

    cache: Path
    limits: Limits = field(default_factory=Limits)


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings that an environment gives. Raises BadSetting."""
    read, process = ReadLimits(), ProcessLimits()
    seconds = _number(environ, "CLAUSEWATCH_SECONDS", int(process.seconds))
    return Settings(
        cache=_cache(environ),
        limits=Limits(
            ReadLimits(pages=_number(environ, "CLAUSEWATCH_PAGES", read.pages)),
            ProcessLimits(
                seconds=seconds,
                stall_seconds=min(process.stall_seconds, seconds),
                memory=_number(environ, "CLAUSEWATCH_MEMORY", process.memory // 1_000_000) * 1_000_000,
            ),
        ),
    )


def _cache(environ: Mapping[str, str]) -> Path:
    if given := environ.get("CLAUSEWATCH_CACHE"):
        return Path(given).expanduser()
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where nobody says where

    return user_cache_path("clausewatch")


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    given = environ.get(name, "").strip()
    if not given:
        return default
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 10**9):
        raise BadSetting(f"{name} is {given!r}")
    return int(given)
