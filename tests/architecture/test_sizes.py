"""Nothing grows past what can be read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .sources import APPS, ROOT, files, templates

MODULE, TEST_MODULE, FUNCTION, TEMPLATE, STYLE_OR_SCRIPT = 400, 500, 40, 120, 200


def long_file(path: Path, limit: int) -> Iterator[str]:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > limit:
        yield f"{path}: {lines} lines, not over {limit}"


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > FUNCTION:
                yield f"{path}: {node.name} has {lines} lines, not over {FUNCTION}"


def modules(*under: str) -> list[Path]:
    return [
        path for path in files(".py", under=under) if "migrations" not in path.parts
    ]


def own_assets() -> list[Path]:
    return [
        path
        for path in files(".css", ".js", under=("static", *APPS))
        if not {"lib", "vendor"} & set(path.relative_to(ROOT).parts)
    ]


@pytest.mark.parametrize(
    ("paths", "limit"),
    [
        pytest.param(lambda: modules(*APPS), MODULE, id="modules"),
        pytest.param(lambda: modules("tests"), TEST_MODULE, id="tests"),
        pytest.param(templates, TEMPLATE, id="templates"),
        pytest.param(own_assets, STYLE_OR_SCRIPT, id="styles and scripts"),
    ],
)
def test_files_are_short(paths, limit):
    assert [fault for path in paths() for fault in long_file(path, limit)] == []


def test_functions_are_short():
    found = [
        fault for path in modules(*APPS, "tests") for fault in long_functions(path)
    ]

    assert found == []


def test_a_long_file_is_found(tmp_path):
    path = tmp_path / "long.py"
    path.write_text("x = 1\n" * 5, encoding="utf-8")

    assert list(long_file(path, 4))
    assert not list(long_file(path, 5))


@pytest.mark.parametrize(
    ("lines", "is_long"), [(FUNCTION, False), (FUNCTION + 1, True)]
)
def test_a_long_function_is_found(tmp_path, lines, is_long):
    path = tmp_path / "long.py"
    path.write_text("def f():\n" + "    x = 1\n" * (lines - 1), encoding="utf-8")

    assert bool(list(long_functions(path))) is is_long
