"""Reads YAML 1.2 quickly, and knows the line that each part begins in."""

import re
from typing import Any

import yaml

Error = yaml.MarkedYAMLError
TAG = "tag:yaml.org,2002:"
# PyYAML reads YAML 1.1: what 1.2 reads otherwise, as 1.2 does.
OTHER_IN_1_2 = (f"{TAG}bool", f"{TAG}int", f"{TAG}float")
BOOL = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
INT = re.compile(r"[-+]?[0-9]+\Z")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?\Z")


class Map(dict[str, Any]):
    """Named parts; `lines` has the line of each name, counted from 1."""

    lines: dict[str, int]


class Seq(list[Any]):
    """A list of parts; `lines` has the line of each, counted from 1."""

    lines: list[int]


class Loader(yaml.CSafeLoader):
    """PyYAML's quick loader, with the words of YAML 1.2: “no” and “12:30” are texts."""

    yaml_implicit_resolvers = {
        first: [one for one in resolvers if one[0] not in OTHER_IN_1_2]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def make_map(loader: Loader, node: yaml.MappingNode) -> Map:
    made = Map()
    made.lines = {}
    for name_node, value_node in node.value:
        name = loader.construct_object(name_node, deep=True)
        if name in made:
            raise yaml.constructor.ConstructorError(
                problem=f"“{name}” stands here twice",
                problem_mark=name_node.start_mark,
            )
        made[name] = loader.construct_object(value_node, deep=True)
        made.lines[name] = name_node.start_mark.line + 1
    return made


def make_seq(loader: Loader, node: yaml.SequenceNode) -> Seq:
    made = Seq(loader.construct_object(one, deep=True) for one in node.value)
    made.lines = [one.start_mark.line + 1 for one in node.value]
    return made


def load(text: str) -> Any:
    """Return what a YAML text holds, as `Map`, `Seq` and plain values. Raises Error."""
    return yaml.load(text, Loader=Loader)  # noqa: S506 - a safe loader


Loader.add_constructor(f"{TAG}map", make_map)
Loader.add_constructor(f"{TAG}seq", make_seq)
Loader.add_implicit_resolver(f"{TAG}bool", BOOL, list("tTfF"))
Loader.add_implicit_resolver(f"{TAG}int", INT, list("-+0123456789"))
Loader.add_implicit_resolver(f"{TAG}float", FLOAT, list("-+.0123456789"))
