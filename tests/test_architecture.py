"""The house rules, executed: imports point one way, the core is pure, files and functions stay small, names say something."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Each package and those it may import; `models` and `store` are strangers to each other.
MAY_IMPORT = {
    "pipeline": {"pipeline"},
    "corpus": {"corpus", "pipeline"},
    "models": {"models", "corpus", "pipeline"},
    "flows": {"flows", "models", "corpus", "pipeline"},
    "app": {"app", "flows", "models", "corpus", "pipeline"},
}
IMPURE = {"os.environ", "os.getenv", "time.time", "datetime.now", "date.today", "socket", "sqlite3", "sqlalchemy", "sklearn", "joblib"}
JUNK_DRAWERS = ("util", "helper", "manager", "processor", "common", "misc")
FILE_LINES, FUNCTION_LINES, MOST_FUNCTIONS = 300, 60, 40


def sources(root: Path) -> list[tuple[Path, ast.Module]]:
    """Every Python file of our packages under `root`, parsed."""
    return [(p, ast.parse(p.read_text())) for package in MAY_IMPORT for p in sorted((root / package).rglob("*.py"))]


def imported(tree: ast.Module) -> set[str]:
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    return names | {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module and not n.level}


def wrong_imports(root: Path) -> list[str]:
    found = []
    for path, tree in sources(root):
        package = path.relative_to(root).parts[0]
        ours = {name.partition(".")[0] for name in imported(tree)} & MAY_IMPORT.keys()
        found += [f"{path.relative_to(root)} imports {other}" for other in sorted(ours - MAY_IMPORT[package])]
    return found


def impurities(root: Path) -> list[str]:
    found = []
    for path, tree in sources(root):
        if path.relative_to(root).parts[0] != "pipeline":
            continue
        used = {ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Attribute)} | imported(tree)
        opens = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) == "open"]
        found += [
            f"{path.relative_to(root)} uses {name}" for name in sorted(used) if any(f".{name}.".find(f".{bad}.") >= 0 for bad in IMPURE)
        ]
        found += [f"{path.relative_to(root)}:{n.lineno} opens a file" for n in opens]
    return found


def too_long(root: Path) -> list[str]:
    found, sizes = [], []
    for path, tree in sources(root):
        lines = len(path.read_text().splitlines())
        if lines > FILE_LINES:
            found.append(f"{path.relative_to(root)}: {lines} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                sizes.append(node.end_lineno - node.lineno + 1)
                if sizes[-1] > FUNCTION_LINES:
                    found.append(f"{path.relative_to(root)}: {node.name}: {sizes[-1]} lines")
    long = sum(size > MOST_FUNCTIONS for size in sizes)
    if sizes and long > 0.05 * len(sizes):
        found.append(f"{long} of {len(sizes)} functions are over {MOST_FUNCTIONS} lines")
    return found


def junk_drawers(root: Path) -> list[str]:
    return [str(p.relative_to(root)) for p, _ in sources(root) if any(word in p.stem for word in JUNK_DRAWERS)]


def broad_excepts(root: Path) -> list[str]:
    """`except Exception` outside the places that may have one: a document of a batch, a call in a child process, the CLI's top."""
    found = []
    for path, tree in sources(root):
        for node in ast.walk(tree):
            caught = ast.unparse(node.type) if isinstance(node, ast.ExceptHandler) and node.type else ""
            if isinstance(node, ast.ExceptHandler) and (not caught or caught in ("Exception", "BaseException")):
                found.append(str(path.relative_to(root)))
    return sorted(set(found) - {"flows/child.py", "flows/scan.py", "flows/wiring.py", "app/cli.py"})


RULES = [wrong_imports, impurities, too_long, junk_drawers, broad_excepts]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(rule):
    assert rule(ROOT) == []


BROKEN = [
    (wrong_imports, "pipeline/x.py", "from models import train\n", "the core asks for a classifier, it does not fetch one"),
    (wrong_imports, "models/x.py", "import flows.scan\n", "models know nothing of what runs them"),
    (impurities, "pipeline/x.py", "import os\nhome = os.environ['HOME']\n", "the core reads no environment"),
    (impurities, "pipeline/x.py", "text = open('law.txt').read()\n", "the core gets bytes, it opens nothing"),
    (impurities, "pipeline/x.py", "import socket\n", "nothing phones home"),
    (too_long, "pipeline/x.py", "x = 1\n" * 301, "a file over the wall"),
    (too_long, "app/x.py", "def f():\n" + "    x = 1\n" * 60, "a function over the wall"),
    (junk_drawers, "flows/text_utils.py", "x = 1\n", "a name that says nothing"),
    (broad_excepts, "pipeline/x.py", "try:\n    x = 1\nexcept Exception:\n    x = 2\n", "swallows every mistake"),
]


@pytest.mark.parametrize(("rule", "path", "source", "reason"), BROKEN, ids=[row[3] for row in BROKEN])
def test_each_rule_is_seen_to_fail(rule, path, source, reason, tmp_path):
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(source)
    assert rule(tmp_path), reason
