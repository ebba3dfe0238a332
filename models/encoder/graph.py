"""The encoder as an ONNX graph, built from its weights: BERT as published (Devlin and others, 2019), then mean and maximum.

Inputs: `ids` (batch, length), 0 where a passage has ended, and `own` (batch, length), 1 on the provision's own tokens and
0 on its place in the law. Outputs: `features` (batch, 2 x width), the mean and the maximum over the own tokens, and
`answers` (batch, questions), the head's log-odds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from models.encoder.base import ATTENTION_HEADS, LAYERS, WIDTH

_OPSET = 20
_EPSILON = 1e-12
_FAR = -1e4


class _Builder:
    """Nodes and constants in the order in which they are asked for; every method gives the name of what it adds."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self._weights = weights
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}
        self._made = 0

    def weight(self, name: str, *, transposed: bool = False) -> str:
        array = self._weights[name]
        return self.constant(np.ascontiguousarray(array.T if transposed else array, dtype=np.float32), name)

    def constant(self, array: Any, name: str = "") -> str:  # noqa: ANN401
        key = name or f"c{len(self.constants)}"
        self.constants[key] = array
        return key

    def add(self, kind: str, *inputs: str, output: str = "", **attributes: object) -> str:
        from onnx import helper  # noqa: PLC0415 (only needed where the graph is built)

        self._made += 1
        name = output or f"n{self._made}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def linear(self, x: str, name: str) -> str:
        return self.add("Add", self.add("MatMul", x, self.weight(f"{name}.weight", transposed=True)), self.weight(f"{name}.bias"))

    def normalised(self, x: str, name: str) -> str:
        scale, shift = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.add("LayerNormalization", x, scale, shift, axis=-1, epsilon=_EPSILON)


def graph_bytes(weights: Mapping[str, Any]) -> bytes:
    """The model file. `weights` are those of `models.encoder.adapter.merged`."""
    from onnx import TensorProto, checker, helper, numpy_helper  # noqa: PLC0415

    builder = _Builder(weights)
    _encode(builder)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in ("ids", "own")]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", None]) for name in ("features", "answers")]
    constants = [numpy_helper.from_array(array, name) for name, array in builder.constants.items()]
    graph = helper.make_graph(builder.nodes, "encoder", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=10)
    checker.check_model(model)
    return bytes(model.SerializeToString())


def _encode(b: _Builder) -> None:
    zero, one = b.constant(np.array([0], np.int64)), b.constant(np.array([1], np.int64))
    shape = b.add("Shape", "ids")
    length = b.add("Slice", shape, one, b.constant(np.array([2], np.int64)))
    positions = b.add("Slice", b.weight("embeddings.position_embeddings.weight"), zero, length)
    words = b.add("Gather", b.weight("embeddings.word_embeddings.weight"), "ids")
    types = b.add("Gather", b.weight("embeddings.token_type_embeddings.weight"), "own")
    x = b.normalised(b.add("Add", b.add("Add", words, positions), types), "embeddings.LayerNorm")
    present = b.add("Cast", b.add("Not", b.add("Equal", "ids", b.constant(np.array(0, np.int64)))), to=1)
    absent = b.add("Mul", b.add("Sub", b.constant(np.array(1, np.float32)), present), b.constant(np.array(_FAR, np.float32)))
    bias = b.add("Unsqueeze", absent, b.constant(np.array([1, 2], np.int64)))
    for layer in range(LAYERS):
        x = _layer(b, x, bias, f"encoder.layer.{layer}")
    _pool(b, x, present)


def _layer(b: _Builder, x: str, bias: str, name: str) -> str:
    attended = b.linear(_attention(b, x, bias, f"{name}.attention.self"), f"{name}.attention.output.dense")
    x = b.normalised(b.add("Add", x, attended), f"{name}.attention.output.LayerNorm")
    inner = b.add("Gelu", b.linear(x, f"{name}.intermediate.dense"))
    return b.normalised(b.add("Add", x, b.linear(inner, f"{name}.output.dense")), f"{name}.output.LayerNorm")


def _attention(b: _Builder, x: str, bias: str, name: str) -> str:
    size = WIDTH // ATTENTION_HEADS
    split = b.constant(np.array([0, 0, ATTENTION_HEADS, size], np.int64))

    def heads(part: str, order: list[int]) -> str:
        return b.add("Transpose", b.add("Reshape", b.linear(x, f"{name}.{part}"), split), perm=order)

    scores = b.add("MatMul", heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1]))
    scaled = b.add("Mul", scores, b.constant(np.array(size**-0.5, np.float32)))
    weights = b.add("Softmax", b.add("Add", scaled, bias), axis=-1)
    mixed = b.add("Transpose", b.add("MatMul", weights, heads("value", [0, 2, 1, 3])), perm=[0, 2, 1, 3])
    return b.add("Reshape", mixed, b.constant(np.array([0, 0, WIDTH], np.int64)))


def _pool(b: _Builder, x: str, present: str) -> None:
    own = b.add("Unsqueeze", b.add("Mul", b.add("Cast", "own", to=1), present), b.constant(np.array([2], np.int64)))
    along, last = b.constant(np.array([1], np.int64)), b.constant(np.array(1, np.float32))
    count = b.add("Max", b.add("ReduceSum", own, along, keepdims=0), last)
    mean = b.add("Div", b.add("ReduceSum", b.add("Mul", x, own), along, keepdims=0), count)
    hidden = b.add("Mul", b.add("Sub", last, own), b.constant(np.array(_FAR, np.float32)))
    most = b.add("ReduceMax", b.add("Add", x, hidden), along, keepdims=0)
    features = b.add("Concat", mean, most, output="features", axis=1)
    answers = b.add("MatMul", features, b.weight("head.weight", transposed=True))
    b.add("Add", answers, b.weight("head.bias"), output="answers")
