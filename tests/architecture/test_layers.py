"""A lower layer never names a higher one: not in imports, not in "app.Model"
strings, not in template paths."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .sources import ROOT

# Lowest first. A layer may name itself and anything to its left.
LAYERS = ["literacy", "quizzes", "courses", "courses.classrooms", "campaigns"]
# These join the layers together: they may name every layer, and no layer imports them.
WIRING = (
    "literacy.settings",
    "literacy.urls",
    "literacy.wsgi",
    "literacy.asgi",
    "literacy.management",
)
# What must stay plain Python, the modules of ours that it may know, and the packages
# that it may not.
NO_FRAMEWORK = ("django", "wagtail", "modelcluster", "taggit")
FORMAT_RULES = re.compile(
    r"quizzes\.formats\.(names|rules|\w+\.(scoring|response|threads|trails|posts|habits))\b"
)
PURE = [
    (re.compile(r"quizzes\.scoring\b"), re.compile(r"quizzes\.scoring\b")),
    (
        FORMAT_RULES,
        re.compile(rf"quizzes\.scoring\b|{FORMAT_RULES.pattern}"),
    ),
]

MODEL_STRING = re.compile(r"^([a-z_]+)\.[A-Z]\w+$")
TEMPLATE_PATH = re.compile(r"""{%-?\s*(?:extends|include)\s+["']([\w.-]+)/""")

Complaints = Iterator[tuple[int, str]]


def is_inside(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def layer_of(module: str) -> str | None:
    """Return the most specific layer that holds the module, or None."""
    holding = [layer for layer in LAYERS if is_inside(module, layer)]
    return max(holding, key=len, default=None)


def layer_labelled(label: str) -> str | None:
    return next((layer for layer in LAYERS if layer.rsplit(".", 1)[-1] == label), None)


def named_modules(tree: ast.AST, package: str) -> Complaints:
    """Yield (line, dotted module) for each import in the syntax tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")
                kept = parts[: len(parts) - node.level + 1]
                base = ".".join([*kept, *([base] if base else [])])
            # `from courses import classrooms` names courses.classrooms.
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def complain(line: int, own: str, other: str | None, name: str) -> Complaints:
    if other and LAYERS.index(other) > LAYERS.index(own):
        yield line, f"{own} is below {other}, but names {name}"


def check_pure(module: str, names: list[tuple[int, str]]) -> Complaints:
    for pure, allowed in PURE:
        if not pure.match(module):
            continue
        for line, name in names:
            foreign = layer_of(name) and not allowed.match(name)
            if foreign or name.split(".")[0] in NO_FRAMEWORK:
                yield line, f"{module} must stay plain Python, but imports {name}"


def check_python(path: Path, root: Path) -> Complaints:
    parts = path.relative_to(root).with_suffix("").parts
    module = ".".join(part for part in parts if part != "__init__")
    is_package = path.name == "__init__.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = list(
        named_modules(tree, module if is_package else module.rpartition(".")[0])
    )
    yield from check_pure(module, names)
    own = layer_of(module)
    if own is None or any(is_inside(module, wiring) for wiring in WIRING):
        return
    for line, name in names:
        if any(is_inside(name, wiring) for wiring in WIRING):
            yield line, f"{module} imports the wiring module {name}"
        yield from complain(line, own, layer_of(name), name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            match = MODEL_STRING.match(node.value)
            if match:
                yield from complain(
                    node.lineno, own, layer_labelled(match[1]), node.value
                )


def check_template(path: Path, root: Path) -> Complaints:
    own = layer_of(".".join(path.relative_to(root).parts))
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for label in TEMPLATE_PATH.findall(text):
            if own:
                yield from complain(
                    number, own, layer_labelled(label), f'template "{label}/…"'
                )


def find_violations(root: Path) -> Iterator[str]:
    for top in sorted({layer.split(".")[0] for layer in LAYERS}):
        for path in sorted((root / top).rglob("*")):
            if "migrations" in path.parts or not path.is_file():
                continue
            if path.suffix == ".py":
                found = check_python(path, root)
            elif path.suffix in (".html", ".txt") and "templates" in path.parts:
                found = check_template(path, root)
            else:
                continue
            for line, message in found:
                yield f"{path.relative_to(root)}:{line}: {message}"


def test_lower_layers_do_not_name_higher_ones():
    assert list(find_violations(ROOT)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("literacy/models.py", "from quizzes.models import Answer"),
        ("quizzes/views.py", "import courses"),
        ("quizzes/models.py", "from courses import classrooms"),
        ("courses/models.py", "from .classrooms import models"),
        ("quizzes/models.py", 'lesson = ForeignKey("courses.LessonPage")'),
        ("courses/views.py", "from literacy.urls import urlpatterns"),
        ("quizzes/scoring/choice.py", "from django.db import models"),
        ("quizzes/scoring/choice.py", "from literacy import formats"),
        ("quizzes/scoring/draw.py", "from quizzes.formats.feed import scoring"),
        ("quizzes/formats/feed/scoring.py", "from quizzes.models import Answer"),
        ("quizzes/formats/rules.py", "from quizzes.formats.registry import format_of"),
        ("quizzes/templates/quizzes/a.html", '{% include "courses/b.html" only %}'),
        ("literacy/templates/a.html", '{% extends "campaigns/base.html" %}'),
    ],
)
def test_a_step_up_is_found(tmp_path, name, text):
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    assert len(list(find_violations(tmp_path))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("courses/models.py", "from quizzes.models import Answer"),
        ("courses/classrooms/models.py", 'lesson = ForeignKey("courses.LessonPage")'),
        ("literacy/urls.py", "import courses.urls"),
        ("quizzes/formats/feed/scoring.py", "from quizzes.formats.feed import posts"),
        ("quizzes/formats/feed/block.py", "from django.utils import timezone"),
        ("literacy/management/commands/demo.py", "import courses"),
        ("quizzes/templates/quizzes/a.html", '{% extends "literacy/base.html" %}'),
    ],
)
def test_a_step_down_is_fine(tmp_path, name, text):
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    assert list(find_violations(tmp_path)) == []
