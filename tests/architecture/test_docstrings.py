"""“Return whether” and “Tell whether” are said only of what returns a bool."""

import ast

from .sources import APPS, files, name_of

WHETHER = ("Return whether", "Tell whether")


def misnamed(text: str) -> list[str]:
    """Return the functions that say “whether” and return something else."""
    return [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (ast.get_docstring(node) or "").startswith(
            ("Return whether", "Tell whether")
        )
        and node.returns is not None
        and ast.unparse(node.returns) not in ("bool", "bool | None")
    ]


def test_whether_is_said_of_a_bool():
    found = {
        name_of(path): names
        for path in files(".py", under=APPS)
        if (names := misnamed(path.read_text("utf-8")))
    }
    assert found == {}


def test_another_return_is_found():
    text = 'def due(day) -> list[str]:\n    """Return whether it is due."""\n'
    assert misnamed(text) == ["due"]
