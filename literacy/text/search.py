"""The search backend of the CMS: it compares words by our normaliser.

What is indexed and what is asked for take the same form, so that any spelling finds
any other, and no sign in a query can break it, on SQLite and on PostgreSQL alike.
"""

from collections.abc import Iterable
from copy import copy
from functools import cache
from typing import Any

from modelsearch.backends import database
from modelsearch.index import RelatedFields
from modelsearch.query import (
    MATCH_NONE,
    And,
    Or,
    Phrase,
    PlainText,
    SearchQuery,
)

from .normal import without_article, words_of

# The longest sentence that anybody looks for; every word costs a join of conditions.
MOST_WORDS = 24


def SearchBackend(params: dict[str, Any]) -> Any:
    """Return the backend of the database in use, made to compare as we do."""
    return comparing(type(database.SearchBackend(params)))(params)


@cache
def comparing(backend: type) -> type:
    """Return a backend that compares by our normaliser, derived from modelsearch's."""
    parts = {
        "query_compiler_class": AnyFilter,
        "autocomplete_query_compiler_class": AnyFilter,
        "index_class": ComparedIndex,
    }
    own = {
        name: type(mixin.__name__, (mixin, getattr(backend, name)), {})
        for name, mixin in parts.items()
    }
    return type(f"Compared{backend.__name__}", (ComparedQueries, backend), own)


class ComparedQueries:
    """Reads each query in the form that is indexed."""

    def search(
        self, query: Any, model_or_queryset: Any, *, operator: Any = None, **more: Any
    ) -> Any:
        asked = compared(query, operator)
        return super().search(asked, model_or_queryset, **more)  # type: ignore[misc]

    def autocomplete(
        self, query: Any, model_or_queryset: Any, *, operator: Any = None, **more: Any
    ) -> Any:
        asked = compared(query, operator)
        return super().autocomplete(asked, model_or_queryset, **more)  # type: ignore[misc]


class AnyFilter:
    """Lets lists be filtered and sorted by any column while they are searched.

    Only search servers need `FilterField`s: a database joins the index to its rows.
    """

    def _get_filters_from_queryset(self, check_only: bool = False) -> None:
        return None

    def _get_order_by(self) -> Iterable[Any]:
        return ()


class ComparedIndex:
    """Indexes words in the form to compare, with and without their articles."""

    def add_items(self, model: type, items: Iterable[Any]) -> None:
        super().add_items(model, [ComparedObject(item) for item in items])  # type: ignore[misc]


class ComparedObject:
    """What the index asks of an object."""

    def __init__(self, item: Any) -> None:
        self.item, self.pk = item, item.pk

    def get_search_fields(self) -> list[Any]:
        fields = self.item.get_search_fields()
        return [compared_field(field, self.item) for field in fields]


def compared_field(field: Any, item: Any = None) -> Any:
    """Return the field with its values in the form to compare; of `item`, if given."""

    def value_of(asked: Any) -> Any:
        return field.get_value(asked if item is None else item)

    kept = copy(field)
    if isinstance(field, RelatedFields):
        kept.fields = [compared_field(below) for below in field.fields]
        kept.get_value = value_of
    else:
        kept.get_value = lambda asked: indexed(value_of(asked))
    return kept


def indexed(value: Any) -> str:
    """Return the words of a field's value as they are indexed."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return " ".join(map(indexed, value))
    words = words_of(str(value or ""))
    bare = [without_article(word) for word in words]
    return " ".join([*words, *(word for word in bare if word not in words)])


def compared(query: str | SearchQuery, operator: str | None = None) -> SearchQuery:
    """Return the query with words as they are indexed; it finds nothing without any."""
    if isinstance(query, str):
        query = PlainText(query, operator or PlainText.DEFAULT_OPERATOR)
    return _compared(query) or MATCH_NONE


def _compared(query: SearchQuery) -> SearchQuery | None:
    if isinstance(query, PlainText):
        words = [without_article(word) for word in words_of(query.query_string)]
        text = " ".join(words[:MOST_WORDS])
        return PlainText(text, query.operator, query.boost) if text else None
    if isinstance(query, Phrase):
        text = " ".join(words_of(query.query_string)[:MOST_WORDS])
        return Phrase(text) if text else None
    if isinstance(query, And | Or):
        found = [part for part in map(_compared, query.subqueries) if part]
        return type(query)(found) if found else None
    return query
