"""The encoder as a torch network whose base stays as it is: it learns low-rank changes of its matrices, and a head.

It computes what `models.encoder.graph` computes. Source of the low-rank changes: Hu and others, LoRA, 2021.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.encoder.adapter import Adapter, adapted_matrices
from models.encoder.base import ATTENTION_HEADS, LAYERS, WIDTH, base_weights

SCALE = 2.0
"""What the product of the two factors is multiplied by, whatever the rank."""
_EPSILON = 1e-12
_FAR = -1e4
_FORGET, _FORGET_CHANGE = 0.1, 0.05
"""Shares of numbers that are dropped while learning: in the layers and the head, and before a low-rank change."""
_RARE = -3.0
"""The head's first log-odds: most answers are no."""
_ATTENTION = "attention.self"


class Changed(nn.Module):
    """A matrix of the base, frozen, with its low-rank change, which is nothing at first."""

    def __init__(self, weight: Tensor, bias: Tensor, rank: int) -> None:
        super().__init__()
        self.register_buffer("weight", weight, persistent=False)
        self.register_buffer("bias", bias, persistent=False)
        self.A = nn.Parameter(torch.randn(rank, weight.shape[1]) / math.sqrt(weight.shape[1]))
        self.B = nn.Parameter(torch.zeros(weight.shape[0], rank))
        self.drop = nn.Dropout(_FORGET_CHANGE)

    def forward(self, x: Tensor) -> Tensor:
        """The base's answer and the change's."""
        change = functional.linear(functional.linear(self.drop(x), self.A), self.B)
        return functional.linear(x, self.weight, self.bias) + SCALE * change


class Normalised(nn.Module):
    """A layer norm of the base, frozen."""

    def __init__(self, weights: Mapping[str, Tensor], name: str) -> None:
        super().__init__()
        self.register_buffer("weight", weights[f"{name}.weight"], persistent=False)
        self.register_buffer("bias", weights[f"{name}.bias"], persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """`x` brought to the scale and shift that the base learnt."""
        return functional.layer_norm(x, (WIDTH,), self.weight, self.bias, _EPSILON)


class Layer(nn.Module):
    """One of BERT's layers."""

    def __init__(self, weights: Mapping[str, Tensor], name: str, rank: int) -> None:
        super().__init__()

        def changed(part: str) -> Changed:
            return Changed(weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"], rank)

        self.query, self.key, self.value = (changed(f"{_ATTENTION}.{part}") for part in ("query", "key", "value"))
        self.attended, self.inner, self.outer = (changed(part) for part in ("attention.output.dense", "intermediate.dense", "output.dense"))
        self.after_attention = Normalised(weights, f"{name}.attention.output.LayerNorm")
        self.after_outer = Normalised(weights, f"{name}.output.LayerNorm")
        self.drop = nn.Dropout(_FORGET)

    def matrices(self) -> tuple[Changed, ...]:
        """Its changed matrices, in the order of `adapted_matrices`."""
        return (self.query, self.key, self.value, self.attended, self.inner, self.outer)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` after attention and the inner layer."""
        x = self.after_attention(x + self.drop(self.attended(self._attention(x, bias))))
        return self.after_outer(x + self.drop(self.outer(functional.gelu(self.inner(x)))))

    def _attention(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        shape = (batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = (part(x).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value))
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        return mixed.transpose(1, 2).reshape(batch, length, WIDTH)


class Network(nn.Module):
    """The encoder with its head. Raises ModelRefused where the base's weights are missing."""

    def __init__(self, questions: int, rank: int) -> None:
        super().__init__()
        weights = {name: torch.from_numpy(array.copy()) for name, array in base_weights().items()}
        for kind in ("word", "position", "token_type"):
            self.register_buffer(kind, weights[f"embeddings.{kind}_embeddings.weight"], persistent=False)
        self.start = Normalised(weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{layer}", rank) for layer in range(LAYERS))
        self.drop = nn.Dropout(_FORGET)
        self.head = nn.Linear(2 * WIDTH, questions)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.constant_(self.head.bias, _RARE)

    def features(self, ids: Tensor, own: Tensor) -> Tensor:
        """Mean and maximum over the own tokens; those of the context reach them by attention."""
        present = ids != 0
        x = functional.embedding(ids, self.word) + self.position[: ids.shape[1]] + functional.embedding(own, self.token_type)
        x = self.start(x)
        bias = (~present)[:, None, None, :].to(x.dtype) * _FAR
        for layer in self.layers:
            x = layer(x, bias)
        inside = (present & (own == 1))[:, :, None].to(x.dtype)
        mean = (x * inside).sum(1) / inside.sum(1).clamp(min=1)
        return torch.cat([mean, (x + (1 - inside) * _FAR).amax(1)], 1)

    def forward(self, ids: Tensor, own: Tensor) -> tuple[Tensor, Tensor]:
        """Features and answers (log-odds), as the graph gives them."""
        features = self.features(ids, own)
        return features, self.head(self.drop(features))


def adapter_of(network: Network, questions: Sequence[str], scale: float, taught_by: Mapping[str, Any]) -> Adapter:
    """What the network has learnt, in the form that is committed."""
    matrices = [matrix for layer in network.layers for matrix in layer.matrices()]
    factors = {
        f"{name}.{part}": getattr(matrix, part) for name, matrix in zip(adapted_matrices(), matrices, strict=True) for part in ("A", "B")
    }
    learnt = {**factors, "head.weight": network.head.weight, "head.bias": network.head.bias}
    return Adapter(
        {name: array.detach().float().cpu().numpy().copy() for name, array in learnt.items()}, tuple(questions), scale, taught_by
    )
