"""The learning itself: passages in, a taught network out; a run that was broken off goes on where it was last kept."""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from models.training.batches import Taught, batches, laid_side_by_side
from models.training.network import Network

_WARMING_UP = 0.06
"""The share of the steps in which the rate rises; then it falls evenly to nothing."""
_HEAD_FASTER = 2.0
_LONGEST_STEP = 1.0
_DECAY = 0.01
_SAID_EVERY = 50
_SMOOTH = 0.98


@dataclass(frozen=True, slots=True)
class Course:
    """How to learn. `rate` is the highest learning rate, `kept_every` in epochs. ValueError for a course that teaches nothing."""

    epochs: int = 3
    rank: int = 16
    rate: float = 8e-4
    seed: int = 0
    kept_every: float = 0.5

    def __post_init__(self) -> None:
        if self.epochs < 1 or self.rank < 1 or self.rate <= 0:
            raise ValueError("epochs, rank and rate are at least one, one and above zero")


def learn(taught: Sequence[Taught], course: Course, kept: Path, say: Callable[[str], None]) -> Network:
    """The network after the course. `kept` is where an unfinished run is kept; one of the same course and passages is gone on with."""
    torch.manual_seed(course.seed)
    network = Network(len(taught[0].truth), course.rank)
    network.to(device())
    plan = _plan(taught, course)
    run = _Run(network, _optimiser(network, course.rate), len(plan), _name(taught, course))
    if begin := run.resumed(kept):
        say(f"goes on after step {begin} of {len(plan)}")
    every = max(1, math.ceil(len(plan) * course.kept_every / course.epochs))
    network.train()
    clock = _Clock(begin, len(plan))
    for step in range(begin, len(plan)):
        loss = run.step([taught[i] for i in plan[step]], step)
        if (step + 1) % every == 0:
            run.keep(kept, step + 1)
        for line in clock.lines(step, loss):
            say(line)
    network.eval()
    return network


def device() -> str:
    """Where to compute."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def _name(taught: Sequence[Taught], course: Course) -> str:
    """Tells one run from another: its course, and a digest of what is taught."""
    digest = hashlib.sha256()
    for one in taught:
        digest.update(np.array(one.passage.ids).tobytes() + one.truth.tobytes() + one.counts.tobytes())
    return f"{course} {digest.hexdigest()}"


def _plan(taught: Sequence[Taught], course: Course) -> list[list[int]]:
    random = Random(course.seed)
    lengths = [len(one.passage.ids) for one in taught]
    return [batch for _ in range(course.epochs) for batch in batches(lengths, random)]


def _optimiser(network: Network, rate: float) -> Any:  # noqa: ANN401 (torch is not always there to name its type)
    head = list(network.head.parameters())
    rest = [parameter for layer in network.layers for parameter in layer.parameters()]
    groups = [{"params": rest, "highest": rate}, {"params": head, "highest": rate * _HEAD_FASTER}]
    return torch.optim.AdamW(groups, lr=rate, weight_decay=_DECAY)


def _half_precision() -> AbstractContextManager[Any]:
    """bfloat16 where the processor computes in it: faster, and the adapter is kept in half precision anyway."""
    able = device() == "cuda" or any(able for name, able in torch.cpu.get_capabilities().items() if "bf16" in name)
    held: AbstractContextManager[Any] = torch.autocast(device(), dtype=torch.bfloat16, enabled=able)
    return held


class _Run:
    """A network that is being taught, with all that is needed to go on after a break. `course` says what run it is."""

    def __init__(self, network: Network, optimiser: Any, steps: int, course: str) -> None:  # noqa: ANN401
        self._network, self._optimiser, self._steps, self._course = network, optimiser, steps, course

    def step(self, batch: Sequence[Taught], step: int) -> float:
        """Learns from one batch; gives its loss."""
        for group in self._optimiser.param_groups:
            group["lr"] = group["highest"] * _share(step, self._steps)
        loss = loss_of(self._network, batch)
        self._optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._network.parameters(), _LONGEST_STEP)
        self._optimiser.step()
        return float(loss.item())

    def keep(self, file: Path, step: int) -> None:
        """Keeps the run as it stands before `step`; a break while writing leaves the earlier one."""
        state = {"course": self._course, "step": step, "random": torch.get_rng_state()}
        learnt = {"network": self._network.state_dict(), "optimiser": self._optimiser.state_dict()}
        unfinished = file.with_name(file.name + ".writing")
        torch.save({**state, **learnt}, unfinished)
        unfinished.replace(file)

    def resumed(self, file: Path) -> int:
        """The step to begin with: after the last that was kept of this very run, or the first."""
        if not file.exists():
            return 0
        state: dict[str, Any] = torch.load(file, map_location=device(), weights_only=True)
        if state["course"] != self._course:
            return 0
        self._network.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"].cpu())
        return int(state["step"])


def _share(step: int, steps: int) -> float:
    """The share of the highest rate at a step."""
    return min(1.0, (step + 1) / (_WARMING_UP * steps)) * (1 - step / steps)


def loss_of(network: Network, batch: Sequence[Taught]) -> Tensor:
    """How wrong the network is about the passages: the cross-entropy of each answer by its weight, summed; the mean of the batch."""
    ids, own = (torch.from_numpy(array).to(device()) for array in laid_side_by_side([one.passage for one in batch]))
    truth, counts = (
        torch.from_numpy(np.stack(rows)).to(device()) for rows in zip(*((one.truth, one.counts) for one in batch), strict=True)
    )
    with _half_precision():
        _, answers = network(ids, own)
    each = functional.binary_cross_entropy_with_logits(answers.float(), truth, reduction="none")
    return (each * counts).sum(1).mean()


class _Clock:
    """Says now and then how far a run is, and how long it will take."""

    def __init__(self, begin: int, steps: int) -> None:
        self._begin, self._steps, self._started = begin, steps, time.monotonic()
        self._smooth: float | None = None

    def lines(self, step: int, loss: float) -> Iterator[str]:
        """What to say after a step, if anything."""
        self._smooth = loss if self._smooth is None else _SMOOTH * self._smooth + (1 - _SMOOTH) * loss
        done = step + 1 - self._begin
        if done % _SAID_EVERY == 0 or step + 1 == self._steps:
            left = (time.monotonic() - self._started) / done * (self._steps - step - 1)
            yield f"step {step + 1} of {self._steps}: loss {self._smooth:.3f}, {left / 60:.0f} min left"
