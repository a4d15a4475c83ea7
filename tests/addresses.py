"""Every address of the site, with arguments that lead somewhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

SIMPLE = re.compile(r"(?<!\?P)<(?:\w+:)?(\w+)>")
# A group of a regular expression; with a name or without.
GROUP = re.compile(r"\((?:\?P<(\w+)>|(?!\?))(?:[^()]|\([^()]*\))*\)")


@dataclass(frozen=True)
class Address:
    """A route such as `cms/pages/<int:page_id>/edit/`, and what stands behind it."""

    route: str
    name: str
    view: Any

    def url(self, values: Mapping[str, Any], default: Any = 1) -> str:
        """Return the address with these arguments, found by the name of each."""

        def value(match: re.Match[str]) -> str:
            return str(values.get(match[1] or "", default))

        bare = re.sub(r"\^(?!\d)|\$$|\(\?!.*?\)", "", self.route)
        return "/" + GROUP.sub(value, SIMPLE.sub(value, bare)).replace("\\.", ".")


def addresses(prefix: str = "") -> Iterator[Address]:
    """Yield every address below a prefix such as `cms/`."""
    yield from (
        found for found in below(get_resolver()) if found.route.startswith(prefix)
    )


def below(resolver: Any, prefix: str = "", spaces: tuple = ()) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from below(pattern, route, inner)
        elif isinstance(pattern, URLPattern):
            name = ":".join([*spaces, pattern.name or ""])
            yield Address(route, name, pattern.callback)
