"""Judgement: what a model calls a provision, and what rules of our own find in its words."""

from __future__ import annotations

from pipeline.judge.findings import judge

__all__ = ["judge"]
