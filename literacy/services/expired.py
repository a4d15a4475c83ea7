"""What ran out in the shared cache goes: until when it was kept tells since when."""

from typing import Any

from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from .debts import Debt


def expired_entries() -> Debt:
    """Return what ran out in the cache as owed: Django leaves it in its table."""
    return Debt("Expired cache entries", find=find_expired, pay=delete_expired)


def find_expired(everything: bool) -> list[str]:
    """Return the names of all entries that ran out."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT cache_key FROM {table()} WHERE expires < %s",  # noqa: S608
            [now()],
        )
        return [name for (name,) in cursor.fetchall()]


def delete_expired(name: str) -> None:
    """Delete an entry, unless it was set anew since."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {table()} WHERE cache_key = %s AND expires < %s",  # noqa: S608
            [name, now()],
        )


def table() -> str:
    name: str = cache._table  # type: ignore[attr-defined]
    return connection.ops.quote_name(name)


def now() -> Any:
    return connection.ops.adapt_datetimefield_value(timezone.now())
