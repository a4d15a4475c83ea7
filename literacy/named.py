"""Functions by name: a model says which query or service it asks, and imports none."""

from typing import Any

from django.utils.module_loading import import_string


class Named:
    """A function by its dotted name, imported when it is called.

    Queries and services import models, so models cannot import them; `literacy.checks`
    makes sure that every name leads somewhere.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def target(self) -> Any:
        return import_string(self.name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.target(*args, **kwargs)

    def exists(self) -> bool:
        try:
            return callable(self.target)
        except ImportError:
            return False
