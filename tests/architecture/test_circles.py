"""No two modules of ours import each other, directly or round about.

An import inside a function counts: it only hides a circle.
"""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from .sources import ROOT
from .test_layers import LAYERS, named_modules

APPS = sorted({layer.split(".")[0] for layer in LAYERS})
# Django imports these when it is ready; what they import comes after all models.
STARTS = ("apps",)


def modules_below(root: Path) -> dict[str, Path]:
    """Return every module of ours by its dotted name."""
    found = {}
    for app in APPS:
        for path in (root / app).rglob("*.py"):
            parts = path.relative_to(root).with_suffix("").parts
            if "migrations" not in parts and parts[-1] not in STARTS:
                name = ".".join(part for part in parts if part != "__init__")
                found[name] = path
    return found


def imports_of(name: str, path: Path, known: dict[str, Path]) -> set[str]:
    """Return the modules of ours that one module imports, wherever it does so."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {module for _line, module in named_modules(tree, package)}
    # A name that is no module is something inside one.
    found = {one if one in known else one.rpartition(".")[0] for one in named}
    return found & set(known) - {name}


def find_circle(root: Path) -> list[str]:
    """Return the modules of one circle, or an empty list."""
    known = modules_below(root)
    graph = {name: imports_of(name, path, known) for name, path in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_modules_do_not_import_each_other():
    assert find_circle(ROOT) == []


@pytest.mark.parametrize(
    "texts",
    [
        {"a": "from literacy import b", "b": "import literacy.a"},
        {"a": "def f():\n    from .b import x", "b": "from .a import f"},
        {"a": "from .b import x", "b": "from .c import x", "c": "from .a import x"},
    ],
)
def test_a_circle_is_found(tmp_path, texts):
    (tmp_path / "literacy").mkdir()
    for name, text in texts.items():
        (tmp_path / "literacy" / f"{name}.py").write_text(text, encoding="utf-8")

    assert {f"literacy.{name}" for name in texts} <= set(find_circle(tmp_path))
