"""Increments and decrements counters, so that no report ever counts rows.

Every statement goes through the counters in the same order, so that two answers at
once cannot wait for each other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Field

from quizzes.models import Attempt, SetTally, Tally

# Counters by what their rows are unique in: version and name; page, language and name.
VersionKey = tuple[int, str]
PageKey = tuple[UUID, str, str]
Key = VersionKey | PageKey


def increment_tallies(names: Mapping[int, list[str]]) -> None:
    """Add one to counters of versions, by their keys, in one query for all."""
    increment(Tally, [(key, name) for key, some in names.items() for name in some])


def increment_set_tallies(attempt: Attempt, names: list[str]) -> None:
    """Add one to counters of a page, in one query."""
    place = (attempt.subject_key, attempt.language)
    increment(SetTally, [(*place, name) for name in names])


def decrement_tallies(versions: Counter[VersionKey], pages: Counter[PageKey]) -> None:
    """Take from counters of pages and versions what is counted no more."""
    decrement(SetTally, pages.items())
    decrement(Tally, versions.items())


def increment(model: type[Tally | SetTally], keys: Iterable[Key]) -> None:
    """Add one to each counter, which begins at one where it is new, in one query.

    By hand, for the ORM can insert or replace, but not insert or add.
    """
    ordered = sorted(set(keys))
    if not ordered:
        return
    fields = key_fields(model)
    table, columns = model._meta.db_table, ", ".join(columns_of(fields))
    row = f"({'%s, ' * len(fields)}1)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns}, count) "  # noqa: S608 - our own names
            f"VALUES {', '.join([row] * len(ordered))} "
            f"ON CONFLICT ({columns}) DO UPDATE SET count = {table}.count + 1",
            [value for key in ordered for value in prepared(fields, key)],
        )


def decrement(model: type[Tally | SetTally], counts: Iterable[tuple[Key, int]]) -> None:
    """Subtract from each counter; one that holds less is left as it is."""
    fields = key_fields(model)
    where = " AND ".join(f"{column} = %s" for column in columns_of(fields))
    rows = [(n, *prepared(fields, key), n) for key, n in sorted(counts)]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {model._meta.db_table} SET count = count - %s "  # noqa: S608
            f"WHERE {where} AND count >= %s",
            rows,
        )


def key_fields(model: type[Tally | SetTally]) -> list[Field[Any, Any]]:
    """Return the fields that a counter is unique in."""
    names = model._meta.total_unique_constraints[0].fields
    return [field for field in model._meta.concrete_fields if field.name in names]


def columns_of(fields: list[Field[Any, Any]]) -> list[str]:
    return [str(field.column) for field in fields]


def prepared(fields: list[Field[Any, Any]], key: Key) -> list[Any]:
    """Return the values of a counter's key as the database takes them."""
    return [
        field.get_db_prep_save(value, connection)
        for field, value in zip(fields, key, strict=True)
    ]
